package dev.subsecond.edits.libraries;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/** Runs libraries in this JVM, on the Java that it is. */
public final class LibraryDriver {

    private LibraryDriver() {}

    /**
     * Writes a line for each library: its name, how many milliseconds it took, and the report in Base64.
     *
     * @param args the folder of the source jars, an empty folder for what programs write, and the libraries' folders
     */
    public static void main(String[] args) throws IOException {
        PrintStream results = System.out;
        System.setOut(System.err); // What programs print is theirs.
        for (String library : List.of(args).subList(2, args.length)) {
            long start = System.nanoTime();
            Path folder = Files.createTempDirectory(Path.of(args[1]), "library");
            String report = report(Path.of(library), Path.of(args[0]), folder);
            long millis = (System.nanoTime() - start) / 1_000_000;
            byte[] text = report.getBytes(StandardCharsets.UTF_8);
            results.println(Path.of(library).getFileName() + " " + millis + " "
                    + Base64.getEncoder().encodeToString(text));
        }
    }

    private static String report(Path library, Path jars, Path folder) {
        PrintStream errors = System.err;
        System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        try {
            return String.join("\n", new LibraryRun(Releases.of(library, jars)).run(folder));
        } catch (Exception | LinkageError e) { // whatever a program or a linker with a fault throws
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            return "failed: " + trace;
        } finally {
            System.setErr(errors); // Java 25 warns of each time zone that a library asks for by an old name.
        }
    }
}
