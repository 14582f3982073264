package dev.subsecond.edits;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A row of the edit table.
 *
 * @param folder where its cases are
 * @param edit what is edited
 * @param promise what then becomes of it
 */
record Row(String folder, String edit, String promise) {

    /** The rows that {@code rows.txt} lists, in the order of the table. */
    static List<Row> all(Path cases) {
        try {
            return Files.readAllLines(cases.resolve("rows.txt")).stream()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" \\| ", 3))
                    .map(parts -> new Row(parts[0], parts[1], parts[2]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
