package dev.subsecond.cli.output;

import dev.subsecond.devserver.ServeEvent;
import dev.subsecond.devserver.ServeEvent.CompileError;
import dev.subsecond.devserver.ServeEvent.Connected;
import dev.subsecond.devserver.ServeEvent.Exited;
import dev.subsecond.devserver.ServeEvent.Live;
import dev.subsecond.devserver.ServeEvent.Output;
import dev.subsecond.devserver.ServeEvent.Patched;
import dev.subsecond.devserver.ServeEvent.Refused;
import dev.subsecond.devserver.ServeEvent.Rejected;
import dev.subsecond.devserver.ServeEvent.Restarting;
import dev.subsecond.devserver.ServeEvent.RolledBack;
import dev.subsecond.devserver.ServeEvent.SourceDiagnostic;
import dev.subsecond.devserver.ServeEvent.Started;
import dev.subsecond.devserver.ServeEvent.Unchanged;
import dev.subsecond.devserver.ServeEvent.Warning;
import dev.subsecond.devserver.ServeException;
import java.util.List;
import java.util.Locale;

/** Lines for people, each beginning with {@code subsecond:} because the program writes to the same terminal. */
public final class HumanOutput implements EventOutput {
    private static final int BY_CTRL_C = 130;
    private static final int BY_SIGTERM = 143;

    private final Console console;
    private final Palette palette;
    private final boolean verbose;
    private final Verdicts verdicts;

    public HumanOutput(Console console, boolean verbose) {
        this.console = console;
        this.palette = console.palette();
        this.verbose = verbose;
        this.verdicts = new Verdicts(palette, verbose);
    }

    @Override
    public void accept(ServeEvent event) {
        if (event instanceof Patched e) {
            patched(e);
        } else if (event instanceof CompileError e) {
            compileError(e);
        } else if (event instanceof Refused e) {
            line(palette.bad("not live:") + " nothing of this save; the program runs on as it was");
            verdicts.of(e.members()).forEach(console::say);
        } else if (event instanceof Rejected e) {
            line(palette.bad("not live:") + " the program rejected the patch (" + e.reason() + "): " + e.message());
        } else if (event instanceof Unchanged e) {
            line("no change in what runs");
            verdicts.of(e.members()).forEach(console::say);
        } else if (event instanceof RolledBack e) {
            line("back at generation " + e.generation());
        } else {
            ofProgram(event);
        }
    }

    /** The compiler's messages, if it was that, then the sentence; all on standard error, since nothing runs. */
    @Override
    public void failed(ServeException problem) {
        problem.diagnostics().forEach(d -> console.complain(d.rendered().stripTrailing()));
        console.complain("subsecond: " + problem.getMessage());
    }

    private void ofProgram(ServeEvent event) {
        if (event instanceof Started e) {
            started(e);
        } else if (event instanceof Exited e) {
            exited(e);
        } else if (event instanceof Restarting e) {
            line(palette.notice("restarting:") + " " + e.why());
        } else if (event instanceof Warning e) {
            line(palette.notice("warning:") + " " + place(e) + e.message());
        } else if (event instanceof Output e) {
            console.say(e.line());
        } else if (event instanceof Connected e && verbose) {
            line("connected, " + e.functions() + " hot functions known");
        } else if (event instanceof Live e && verbose) {
            line("first run of " + e.function() + " " + milliseconds(e.total()) + " after the save");
        }
    }

    private void started(Started event) {
        line("serving " + palette.strong(event.main()) + " on Java " + event.java() + ", pid " + event.pid()
                + ". Save a source file and it goes live; Ctrl+C ends both.");
        if (verbose) {
            line("compiled in " + milliseconds(event.startup().compile()) + ", prepared "
                    + event.startup().classes() + " classes in "
                    + milliseconds(event.startup().prepare()));
        }
    }

    /** Silent where there is nothing to tell: it ended well, or the user has just ended it. */
    private void exited(Exited event) {
        if (event.code() != 0 && event.code() != BY_CTRL_C && event.code() != BY_SIGTERM) {
            line("the program ended with exit code " + event.code());
        }
    }

    private void patched(Patched event) {
        List<String> live = verdicts.liveNames(event.members());
        String time = milliseconds(event.timings().total());
        if (live.isEmpty()) {
            line(palette.notice("nothing to run yet") + " (" + time + ")");
        } else {
            line(palette.good("live in " + time) + ": " + Verdicts.enumerate(live));
        }
        verdicts.of(event.members()).forEach(console::say);
        if (verbose) {
            verdicts.carried(event.carried()).forEach(console::say);
            console.say(palette.faint("  " + Phases.of(event.timings())));
        }
    }

    private void compileError(CompileError event) {
        for (SourceDiagnostic diagnostic : event.diagnostics()) {
            console.say(diagnostic.rendered().stripTrailing());
        }
        line(palette.bad("does not compile;") + " the program runs on as it was");
    }

    private void line(String text) {
        console.say(palette.faint("subsecond:") + " " + text);
    }

    private static String place(Warning warning) {
        if (warning.file().isEmpty()) {
            return "";
        }
        return warning.line() == 0 ? warning.file() + ": " : warning.file() + ":" + warning.line() + ": ";
    }

    static String milliseconds(double time) {
        return String.format(Locale.ROOT, "%.0f ms", time);
    }
}
