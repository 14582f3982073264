package dev.subsecond.cli.output;

import dev.subsecond.devserver.SaveTimings;
import dev.subsecond.devserver.ServeEvent;
import dev.subsecond.devserver.ServeEvent.Change;
import dev.subsecond.devserver.ServeEvent.CompileError;
import dev.subsecond.devserver.ServeEvent.Connected;
import dev.subsecond.devserver.ServeEvent.Exited;
import dev.subsecond.devserver.ServeEvent.Live;
import dev.subsecond.devserver.ServeEvent.Member;
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
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The dev server's events as the protocol writes them: {@code event} first, names in lower case with hyphens. */
final class JsonEvents {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private JsonEvents() {}

    static String toJson(ServeEvent event) {
        return MAPPER.writeValueAsString(ofProgram(event));
    }

    private static ObjectNode ofProgram(ServeEvent event) {
        if (event instanceof Started e) {
            ObjectNode json = named("started").put("pid", e.pid()).put("main", e.main());
            json.put("java", e.java()).put("classes", e.startup().classes());
            return json.put("compile", round(e.startup().compile()))
                    .put("prepare", round(e.startup().prepare()));
        }
        if (event instanceof Connected e) {
            return named("connected").put("pid", e.pid()).put("functions", e.functions());
        }
        if (event instanceof Output e) {
            return named("output").put("pid", e.pid()).put("stream", e.stream()).put("line", e.line());
        }
        if (event instanceof Exited e) {
            return named("exited").put("pid", e.pid()).put("code", e.code());
        }
        if (event instanceof Restarting e) {
            return named("restarting").put("why", e.why());
        }
        if (event instanceof Warning e) {
            return named("warning").put("file", e.file()).put("line", e.line()).put("message", e.message());
        }
        return ofSave(event);
    }

    private static ObjectNode ofSave(ServeEvent event) {
        if (event instanceof Change e) {
            return withFiles(named("change"), e.files());
        }
        if (event instanceof CompileError e) {
            return compileError(e);
        }
        if (event instanceof Patched e) {
            return patched(e);
        }
        if (event instanceof Live e) {
            ObjectNode json = named("live").put("pid", e.pid()).put("sequence", e.sequence());
            return json.put("function", e.function()).put("total", round(e.total()));
        }
        if (event instanceof Refused e) {
            return withMembers(withFiles(named("refused"), e.files()), e.members());
        }
        if (event instanceof Unchanged e) {
            return withMembers(withFiles(named("unchanged"), e.files()), e.members());
        }
        if (event instanceof Rejected e) {
            ObjectNode json = named("rejected").put("pid", e.pid()).put("sequence", e.sequence());
            return json.put("reason", e.reason()).put("message", e.message());
        }
        if (event instanceof RolledBack e) {
            return named("rolled-back").put("pid", e.pid()).put("generation", e.generation());
        }
        throw new IllegalArgumentException("No JSON form of " + event);
    }

    private static ObjectNode compileError(CompileError event) {
        ObjectNode json = named("compile-error");
        ArrayNode diagnostics = json.putArray("diagnostics");
        for (SourceDiagnostic d : event.diagnostics()) {
            diagnostics
                    .addObject()
                    .put("file", d.file())
                    .put("line", d.line())
                    .put("column", d.column())
                    .put("message", d.message())
                    .put("rendered", d.rendered());
        }
        return json;
    }

    private static ObjectNode patched(Patched event) {
        ObjectNode json = named("patched")
                .put("pid", event.pid())
                .put("sequence", event.sequence())
                .put("generation", event.generation());
        withMembers(withFiles(json, event.files()), event.members());
        ArrayNode carried = json.putArray("carried");
        event.carried().forEach(c -> carried.addObject().put("name", c.name()).put("cause", c.cause()));
        ArrayNode functions = json.putArray("functions");
        event.functions()
                .forEach(f -> functions.addObject().put("name", f.name()).put("ptr", f.ptr()));
        SaveTimings timings = event.timings();
        json.putObject("timings")
                .put("watch", round(timings.watch()))
                .put("compile", round(timings.compile()))
                .put("diff", round(timings.diff()))
                .put("reach", round(timings.reach()))
                .put("link", round(timings.link()))
                .put("send", round(timings.send()))
                .put("verify", round(timings.verify()))
                .put("commit", round(timings.commit()))
                .put("total", round(timings.total()));
        return json;
    }

    private static ObjectNode withFiles(ObjectNode json, List<Path> files) {
        ArrayNode array = json.putArray("files");
        files.forEach(file -> array.add(file.toString()));
        return json;
    }

    private static ObjectNode withMembers(ObjectNode json, List<Member> members) {
        ArrayNode array = json.putArray("members");
        for (Member member : members) {
            ObjectNode one = array.addObject()
                    .put("name", member.name())
                    .put("verdict", member.verdict())
                    .put("token", member.token())
                    .put("reason", member.reason())
                    .put("cause", member.cause());
            ArrayNode notes = one.putArray("notes");
            member.notes().forEach(notes::add);
        }
        return json;
    }

    private static ObjectNode named(String event) {
        return MAPPER.createObjectNode().put("event", event);
    }

    /** Microseconds are as exact as any of it is. */
    private static double round(double milliseconds) {
        return Math.round(milliseconds * 1000) / 1000.0;
    }
}
