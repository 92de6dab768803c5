/**
 * The winner as an ONNX file. The entry is {@link nas.export.onnx.OnnxExporter}. Depends on {@code nas}, {@code nas.space}, {@code
 * nas.data}, {@code nas.trial}, {@code nas.train}, {@code nas.export}, Jackson, and the protobuf classes that ND4J ships.
 */
@NullMarked
package nas.export.onnx;

import org.jspecify.annotations.NullMarked;
