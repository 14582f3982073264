package dev.subsecond.cli.output;

/**
 * How the command ends. The numbers from 64 on are those of {@code sysexits.h}, so that they rarely meet those of the
 * programs that are served: {@code serve} ends with its program's own code when the program ends by itself.
 */
public enum ExitCode {
    OK(0, "done, or asked to end"),
    FAILED(1, "demo: an edit did not show in the program's output; replay: the fault is still there"),
    USAGE(64, "wrong arguments"),
    DOES_NOT_COMPILE(65, "the sources do not compile at start"),
    NO_INPUT(66, "a directory or file is missing, or there is nothing to compile in it"),
    NO_MAIN_CLASS(67, "the main class is not named, or is not in the sources"),
    NO_COMPILER(69, "no compiler: this Java is not a JDK"),
    INTERNAL(70, "a fault in subsecond itself"),
    CANNOT_START(71, "the program or its server could not be started");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /** The process's exit status. */
    public int code() {
        return code;
    }

    /** A phrase for the help text. */
    public String meaning() {
        return meaning;
    }
}
