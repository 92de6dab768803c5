/**
 * The winner as a Python file for PyTorch, and its weights as a file of NumPy's. The entry is
 * {@link nas.export.pytorch.PytorchExporter}; the parts of the Python file that are the same for all winners are resources
 * beside this package. Depends on {@code nas}, {@code nas.space}, {@code nas.data}, {@code nas.trial}, {@code nas.train} and
 * {@code nas.export}.
 */
@NullMarked
package nas.export.pytorch;

import org.jspecify.annotations.NullMarked;
