package dev.subsecond.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.it.harness.Checkout;
import dev.subsecond.it.harness.Event;
import dev.subsecond.it.harness.Jdk;
import dev.subsecond.it.harness.Save;
import dev.subsecond.it.harness.Served;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A Spring Boot application that knows nothing of Subsecond, on its own libraries: what HTTP clients see of edits. */
@ParameterizedClass(name = "{0}")
@MethodSource("dev.subsecond.it.harness.Jdk#all")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // the fields are set before the first test
class WebApplicationTest {

    private static final Path EXAMPLE = Checkout.root().resolve("examples/web");
    private static final Path LIBRARIES = EXAMPLE.resolve("target/lib");
    private static final String SERVICE = "GreetingService.java";
    private static final String CONTROLLER = "GreetingController.java";
    private static final String PORT = "port ";
    private static final String SEEN_BY_REFLECTION = "sees those of the start until a restart";

    private final HttpClient client = HttpClient.newHttpClient();

    @Parameter
    Jdk jdk;

    private Served program;
    private long pid;
    private String address;

    @BeforeParameterizedClassInvocation
    void start() {
        program = Served.program(EXAMPLE.resolve("src/main/java"), jdk)
                .options("--classpath", LIBRARIES + "/*")
                .options("--jvm-arg", "-XX:TieredStopAtLevel=1") // starts with half the work
                .options("--", "--server.port=0", "--server.address=127.0.0.1")
                .start();
        pid = program.child().pid();
        // On a machine that does much else the two halves of its start are waited for one by one.
        program.log().await(0, "Tomcat", event -> event.text("line").contains("Tomcat initialized"));
        String said = program.log()
                .await(0, "the port", event -> event.text("line").startsWith(PORT))
                .text("line");
        address = "http://127.0.0.1:" + said.substring(PORT.length());
    }

    @AfterParameterizedClassInvocation
    void stop() {
        assertThat(program.log().since(0))
                .filteredOn(event -> event.is("started"))
                .as("One process from the first request to the last")
                .singleElement()
                .matches(event -> event.number("pid") == pid && program.child().isAlive());
        program.close();
    }

    @BeforeEach
    void beginWithTheOriginal() throws Exception {
        assertThat(program.sources().edited()).isEmpty();
        assertThat(text("Ann")).isEqualTo("Hello, Ann.");
    }

    @Test
    void theNextAnswerIsThatOfTheEditedMethodAndTheUndoBringsTheOldOneBack() throws Exception {
        program.edit(Save.IN_PLACE, SERVICE, "\"Hello, \"", "\"Good morning, \"");
        assertThat(text("Ann")).isEqualTo("Good morning, Ann.");

        program.edit(Save.BY_RENAME, CONTROLLER, "service.greet(name)", "service.greet(name.toUpperCase())");
        assertThat(text("Ann")).isEqualTo("Good morning, ANN.");

        program.undo(CONTROLLER, Save.IN_PLACE);
        program.undo(SERVICE, Save.BY_RENAME);
        assertThat(text("Ann")).isEqualTo("Hello, Ann.");
    }

    @Test
    void methodsThatAreAddedToControllerAndServiceAreCalled() throws Exception {
        program.edit(
                Save.IN_PLACE,
                SERVICE,
                "    String greet(",
                "    String part(String name) {\n        return \"Farewell, \" + name;\n    }\n\n    String greet(");
        program.edit(
                Save.IN_PLACE,
                CONTROLLER,
                "service.greet(name)",
                "twice(service.part(name))",
                "    @GetMapping(",
                "    private static String twice(String text) {\n        return text + \" \" + text;\n    }\n\n    @GetMapping(");
        assertThat(text("Ann")).isEqualTo("Farewell, Ann Farewell, Ann");

        program.undo(CONTROLLER, Save.IN_PLACE);
        program.undo(SERVICE, Save.IN_PLACE);
        assertThat(text("Ann")).isEqualTo("Hello, Ann.");
    }

    @Test
    void theBeanThatExistsGetsAFieldThatIsAddedAndKeepsItsValue() throws Exception {
        program.edit(
                Save.IN_PLACE,
                SERVICE,
                "    String greet(",
                "    private final java.util.List<String> names = new java.util.ArrayList<>();\n\n    String greet(",
                "        return \"Hello, \" + name",
                "        names.add(name);\n        return \"Hello, \" + names");
        assertThat(text("Ann")).isEqualTo("Hello, [Ann].");

        program.edit(Save.IN_PLACE, SERVICE, "\"Hello, \"", "\"Welcome, \"");
        assertThat(text("Bob")).isEqualTo("Welcome, [Ann, Bob].");

        program.undo(SERVICE, Save.IN_PLACE);
        assertThat(text("Ann")).isEqualTo("Hello, Ann.");
    }

    @Test
    void aBeanBehindASubclassThatSpringWroteIsChangedAndKeepsItsState() throws Exception {
        int before = hello("Ann").path("visit").asInt();
        program.edit(Save.IN_PLACE, "Visits.java", "count.incrementAndGet()", "-count.incrementAndGet()");
        assertThat(hello("Ann").path("visit").asInt()).isEqualTo(-before - 1);

        program.undo("Visits.java", Save.IN_PLACE);
        assertThat(hello("Ann").path("visit").asInt()).isEqualTo(before + 2);
    }

    @Test
    void anEditThatDoesNotCompileKeepsTheOldAnswer() throws Exception {
        program.save(Save.IN_PLACE, CONTROLLER, "service.greet(name)", "service.greed(name)");
        Event error = program.hears("compile-error", "patched");
        assertThat(error).matches(event -> event.is("compile-error"), "is an error");
        assertThat(error.toString()).contains(CONTROLLER, "cannot find symbol");
        assertThat(text("Ann")).isEqualTo("Hello, Ann.");

        program.edit(Save.BY_RENAME, CONTROLLER, "service.greed(name)", "service.greet(name + \"!\")");
        assertThat(text("Ann")).isEqualTo("Hello, Ann!.");
        program.undo(CONTROLLER, Save.IN_PLACE);
    }

    /** Spring asks for the routes once, and the verdict says so. The answer of those that exist is not touched by it. */
    @Test
    void aRouteThatIsAddedNeedsARestart() throws Exception {
        Event added = program.edit(
                Save.IN_PLACE,
                CONTROLLER,
                "    @GetMapping(",
                "    @GetMapping(\"/bye\")\n    String bye() {\n        return \"Bye.\";\n    }\n\n    @GetMapping(");
        assertThat(added.toString()).contains(SEEN_BY_REFLECTION);
        assertThat(get("/bye").statusCode()).isEqualTo(404);
        assertThat(text("Ann")).isEqualTo("Hello, Ann.");
        program.undo(CONTROLLER, Save.IN_PLACE);
    }

    @Test
    void aRouteThatIsRenamedNeedsARestart() throws Exception {
        program.save(Save.IN_PLACE, CONTROLLER, "\"/hello/{name}\"", "\"/hi/{name}\"");
        Event renamed = program.hears("unchanged", "patched", "refused", "compile-error");
        assertThat(renamed).matches(event -> event.is("unchanged"), "changes nothing that runs");
        assertThat(renamed.toString()).contains("app.GreetingController.hello(String)", SEEN_BY_REFLECTION);
        assertThat(get("/hi/Ann").statusCode()).isEqualTo(404);
        assertThat(text("Ann")).isEqualTo("Hello, Ann.");

        program.write(CONTROLLER, program.sources().original(CONTROLLER), Save.IN_PLACE);
        assertThat(program.hears("unchanged", "patched").members()).isEmpty();
    }

    @Test
    void noRequestFailsWhilePatchesAreApplied() throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        CompletableFuture<Set<String>> seen =
                CompletableFuture.supplyAsync(() -> textsUntil(enough), task -> new Thread(task, "visitor").start());
        for (String word : new String[] {"One", "Two", "Three"}) {
            program.save(Save.IN_PLACE, SERVICE, "return \"", "return \"" + word + " ");
            program.patched();
            assertThat(text("Bob")).startsWith(word);
        }
        program.undo(SERVICE, Save.IN_PLACE);
        enough.set(true);
        assertThat(seen.get())
                .contains("Hello, Ann.")
                .isSubsetOf("Hello, Ann.", "One Hello, Ann.", "Two One Hello, Ann.", "Three Two One Hello, Ann.");
    }

    /** The runtime reads its messages with whichever Jackson 3 the program has. */
    @Test
    void theApplicationKeepsItsOwnJackson() throws Exception {
        program.edit(
                Save.IN_PLACE,
                SERVICE,
                "\"Hello, \" + name + \".\"",
                "\"Jackson \" + tools.jackson.core.json.PackageVersion.VERSION");
        try (Stream<Path> jars = Files.list(LIBRARIES)) {
            String jar = text("Ann").replace("Jackson ", "jackson-core-") + ".jar";
            assertThat(jars.map(file -> file.getFileName().toString())).contains(jar);
        }
        program.undo(SERVICE, Save.IN_PLACE);
    }

    private Set<String> textsUntil(AtomicBoolean enough) {
        Set<String> texts = new TreeSet<>();
        try {
            do {
                texts.add(text("Ann"));
            } while (!enough.get());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
        return texts;
    }

    private String text(String name) throws IOException, InterruptedException {
        return hello(name).path("text").asString();
    }

    private JsonNode hello(String name) throws IOException, InterruptedException {
        HttpResponse<String> response = get("/hello/" + name);
        assertThat(response.statusCode())
                .as("%s\n%s", response.body(), program.log())
                .isEqualTo(200);
        return JsonMapper.shared().readTree(response.body());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofString());
    }
}
