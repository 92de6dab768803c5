/**
 * Tables: text files of rows and columns, what their columns hold, and how these become network inputs. The entry is
 * {@link nas.data.table.TableLoader}. Depends on {@code nas}, {@code nas.data} and FastCSV.
 */
@NullMarked
package nas.data.table;

import org.jspecify.annotations.NullMarked;
