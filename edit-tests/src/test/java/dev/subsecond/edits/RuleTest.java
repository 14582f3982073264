package dev.subsecond.edits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.it.harness.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * No rule of the preparer and of the linker can go unnoticed: {@code cases/rules.txt} names a case for each that fails without
 * it. That the case passes with it, {@link EditTableTest} sees.
 */
class RuleTest {

    @TempDir
    static Path folder;

    @TestFactory
    Stream<DynamicTest> withoutTheRuleItsCaseFails() throws IOException {
        Map<String, String> witnesses = witnesses();
        List<String> arguments = new ArrayList<>(List.of(Suite.CASES.toString(), folder.toString()));
        witnesses.forEach((rule, edit) -> arguments.add(rule + "=" + edit));
        var results = Suite.run(Jdk.all().get(0).tool("java"), RuleDriver.class, arguments);
        return SuiteRules.names().stream()
                .map(rule -> DynamicTest.dynamicTest(rule, () -> {
                    assertThat(witnesses).as("rules with a case in rules.txt").containsKey(rule);
                    assertThat(results.join().get(rule))
                            .as("what goes wrong in %s without %s", witnesses.get(rule), rule)
                            .isNotEmpty();
                }));
    }

    private static Map<String, String> witnesses() throws IOException {
        Map<String, String> witnesses = new TreeMap<>();
        for (String line : Files.readAllLines(Suite.CASES.resolve("rules.txt"))) {
            String[] ruleAndCase = line.split(" ", 2);
            witnesses.put(ruleAndCase[0], ruleAndCase[1]);
        }
        return witnesses;
    }
}
