package dev.subsecond.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.devserver.ServeEvent;
import dev.subsecond.devserver.ServeEvent.Member;
import dev.subsecond.devserver.ServeEvent.SourceDiagnostic;
import dev.subsecond.devserver.ServeEvent.Startup;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The events against the protocol's own words. */
class JsonOutputTest {
    private final Recording recording = new Recording();
    private final JsonOutput output = new JsonOutput(recording.console());

    static Stream<Arguments> events() {
        SourceDiagnostic diagnostic = new SourceDiagnostic("G.java", 3, 14, "';' expected", "G.java:3: ...");
        return Stream.of(
                Arguments.of(
                        new ServeEvent.Started(42, "app.Main", "17.0.15", new Startup(12, 800.5, 40)),
                        "{'event':'started','pid':42,'main':'app.Main','java':'17.0.15','classes':12,'compile':800.5,"
                                + "'prepare':40.0}"),
                Arguments.of(new ServeEvent.Connected(42, 3), "{'event':'connected','pid':42,'functions':3}"),
                Arguments.of(
                        new ServeEvent.Warning("G.java", 7, "unchecked"),
                        "{'event':'warning','file':'G.java','line':7,'message':'unchecked'}"),
                Arguments.of(
                        new ServeEvent.Change(List.of(Events.GAME)),
                        "{'event':'change','files':['src/app/Game.java']}"),
                Arguments.of(
                        new ServeEvent.CompileError(List.of(diagnostic)),
                        "{'event':'compile-error','diagnostics':[{'file':'G.java','line':3,'column':14,"
                                + "'message':'\\';\\' expected','rendered':'G.java:3: ...'}]}"),
                Arguments.of(
                        new ServeEvent.Live(42, 3, "app.Game.tick()", 55.5),
                        "{'event':'live','pid':42,'sequence':3,'function':'app.Game.tick()','total':55.5}"),
                Arguments.of(
                        new ServeEvent.Refused(
                                List.of(Events.GAME),
                                List.of(new Member(
                                        "app.Color", "refused", "EnumConstants", "why", "", List.of("a note")))),
                        "{'event':'refused','files':['src/app/Game.java'],'members':[{'name':'app.Color',"
                                + "'verdict':'refused','token':'EnumConstants','reason':'why','cause':'','notes':['a note']}]}"),
                Arguments.of(
                        new ServeEvent.Unchanged(
                                List.of(Events.GAME),
                                List.of(new Member("a", "unchanged", "", "", "", List.of("a note")))),
                        "{'event':'unchanged','files':['src/app/Game.java'],'members':[{'name':'a',"
                                + "'verdict':'unchanged','token':'','reason':'','cause':'','notes':['a note']}]}"),
                Arguments.of(
                        new ServeEvent.Rejected(42, 3, "VERIFY", "bad"),
                        "{'event':'rejected','pid':42,'sequence':3,'reason':'VERIFY','message':'bad'}"),
                Arguments.of(new ServeEvent.RolledBack(42, 1), "{'event':'rolled-back','pid':42,'generation':1}"),
                Arguments.of(
                        new ServeEvent.Output(42, "stdout", "caf\u00e9 \"\t\n"),
                        "{'event':'output','pid':42,'stream':'stdout','line':'caf\u00e9 \\\"\\t\\n'}"),
                Arguments.of(new ServeEvent.Exited(42, 3), "{'event':'exited','pid':42,'code':3}"),
                Arguments.of(new ServeEvent.Restarting("asked to"), "{'event':'restarting','why':'asked to'}"));
    }

    @ParameterizedTest
    @MethodSource("events")
    void writesEachEventAsOneLine(ServeEvent event, String expected) {
        output.accept(event);

        String line = expected.replace("\\'", "\0").replace('\'', '"').replace('\0', '\'');
        assertThat(recording.out()).isEqualTo(line + "\n");
    }

    @Test
    void writesAPatchWithItsTimingsToTheMicrosecond() {
        output.accept(Events.explained());

        String line = "{'event':'patched','pid':42,'sequence':3,'generation':2,'files':['src/app/Game.java'],"
                + "'members':[{'name':'a','verdict':'live','token':'','reason':'','cause':'it is new','notes':[]},"
                + "{'name':'b','verdict':'live-after-return','token':'','reason':'','cause':'its body changed','notes':[]}],"
                + "'carried':[{'name':'c','cause':'it leads to b'}],"
                + "'functions':[{'name':'app.Game.tick()','ptr':'0x8f'}],"
                + "'timings':{'watch':1.0,'compile':30.123,'diff':0.5,'reach':0.25,'link':4.0,'send':3.0,'verify':2.0,"
                + "'commit':0.1,'total':47.4}}";
        assertThat(recording.out()).isEqualTo(line.replace('\'', '"') + "\n");
    }

    @Test
    void knowsEveryEventThereIs() {
        List<Class<?>> tested = Stream.concat(
                        events().map(arguments -> arguments.get()[0].getClass()), Stream.of(ServeEvent.Patched.class))
                .<Class<?>>map(type -> type)
                .toList();

        assertThat(tested).containsExactlyInAnyOrder(ServeEvent.class.getPermittedSubclasses());
    }
}
