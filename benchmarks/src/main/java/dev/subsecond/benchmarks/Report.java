package dev.subsecond.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.StringJoiner;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes a Markdown table of JMH's results in JSON: each benchmark beside the method {@code direct} of its class.
 * With {@link CpuTime} as a profiler the times are processor times.
 */
public final class Report {

    private static final String BASELINE = "direct";

    private Report() {}

    /**
     * Prints the tables.
     *
     * @param args the files that {@code -rf json -rff FILE} wrote
     */
    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (String file : args) {
            out.print(table(Files.readString(Path.of(file)), LocalDate.now(ZoneId.systemDefault())));
        }
    }

    /**
     * The table of one run.
     *
     * @param json what JMH wrote
     * @throws IllegalArgumentException if a class of benchmarks has no baseline in it
     */
    static String table(String json, LocalDate date) {
        JsonNode runs = JsonMapper.shared().readTree(json);
        StringJoiner lines = new StringJoiner("\n", "", "\n");
        lines.add(machine(runs.path(0), date));
        lines.add("");
        lines.add("| benchmark | ns per call | ± | ratio to direct |");
        lines.add("| --- | ---: | ---: | ---: |");
        runs.forEach(run -> lines.add(row(run, baseline(runs, owner(run)))));
        return lines.toString();
    }

    private static String machine(JsonNode run, LocalDate date) {
        return String.format(
                Locale.ROOT,
                "%s, JDK %s (%s), %s %s, %d processors, %d forks of %d iterations, %s",
                date,
                run.path("jdkVersion").asString(),
                run.path("vmName").asString(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                run.path("forks").asInt(),
                run.path("measurementIterations").asInt(),
                cpuTime(run).isMissingNode() ? "elapsed time" : "processor time");
    }

    private static String row(JsonNode run, JsonNode baseline) {
        return String.format(
                Locale.ROOT,
                "| %s | %.2f | %s | %.2f |",
                name(run),
                score(run),
                error(metric(run).path("scoreError")),
                score(run) / score(baseline));
    }

    /** One sample has no error, which JMH writes as a string. */
    private static String error(JsonNode error) {
        return error.isNumber() ? String.format(Locale.ROOT, "%.2f", error.asDouble()) : "-";
    }

    private static String name(JsonNode run) {
        String full = run.path("benchmark").asString();
        String name = full.substring(owner(run).lastIndexOf('.') + 1);
        StringJoiner parameters = new StringJoiner(", ", " (", ")").setEmptyValue("");
        run.path("params")
                .properties()
                .forEach(p -> parameters.add(p.getKey() + " " + p.getValue().asString()));
        return name + parameters;
    }

    private static String owner(JsonNode run) {
        String full = run.path("benchmark").asString();
        return full.substring(0, full.lastIndexOf('.'));
    }

    private static JsonNode baseline(JsonNode runs, String owner) {
        for (JsonNode run : runs) {
            if (run.path("benchmark").asString().equals(owner + "." + BASELINE)) {
                return run;
            }
        }
        throw new IllegalArgumentException(owner + "." + BASELINE + " is not among the results: run the whole class");
    }

    private static double score(JsonNode run) {
        return metric(run).path("score").asDouble();
    }

    private static JsonNode metric(JsonNode run) {
        JsonNode cpu = cpuTime(run);
        return cpu.isMissingNode() ? run.path("primaryMetric") : cpu;
    }

    private static JsonNode cpuTime(JsonNode run) {
        return run.path("secondaryMetrics").path(CpuTime.METRIC);
    }
}
