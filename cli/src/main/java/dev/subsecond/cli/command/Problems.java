package dev.subsecond.cli.command;

import dev.subsecond.cli.output.ExitCode;
import dev.subsecond.devserver.Problem;

/** Which exit code says which problem. */
final class Problems {
    private Problems() {}

    static ExitCode exitCode(Problem problem) {
        return switch (problem) {
            case NO_COMPILER -> ExitCode.NO_COMPILER;
            case BAD_CLASS_PATH -> ExitCode.USAGE;
            case MISSING_DIRECTORY, NO_SOURCES -> ExitCode.NO_INPUT;
            case COMPILE_FAILED -> ExitCode.DOES_NOT_COMPILE;
            case NO_MAIN_CLASS -> ExitCode.NO_MAIN_CLASS;
            case IMAGE_FAILED -> ExitCode.INTERNAL;
            case LAUNCH_FAILED -> ExitCode.CANNOT_START;
        };
    }
}
