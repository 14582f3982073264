package dev.subsecond.cli.command;

import java.util.List;

/** The arguments as typed, cut at the first {@code --}: ours before it, the program's after it. */
public record Arguments(List<String> all, List<String> ours, List<String> program) {
    private static final String DELIMITER = "--";

    /** Only {@code serve} runs a program; elsewhere a {@code --} stays where it is, and is an error. */
    public static Arguments split(List<String> all) {
        int delimiter = all.indexOf(DELIMITER);
        if (delimiter < 0 || !all.get(0).equals(ServeCommand.NAME)) {
            return new Arguments(all, all, List.of());
        }
        return new Arguments(all, all.subList(0, delimiter), all.subList(delimiter + 1, all.size()));
    }
}
