package dev.subsecond.thinlink.link;

import dev.subsecond.thinlink.MemberVerdict;
import dev.subsecond.thinlink.Verdict;
import dev.subsecond.thinlink.diff.Key;
import dev.subsecond.thinlink.diff.RunningMethod;
import dev.subsecond.thinlink.model.Names;
import dev.subsecond.thinlink.reach.Paths;
import dev.subsecond.thinlink.reach.Unit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.objectweb.asm.Opcodes;

/** Says why nothing would run a change in an image without guards, and what still runs old code where something would. */
final class Unreached {

    /** The note of a constructor that only has new fields to initialise. */
    static final String MADE_ALIKE =
            "objects are made as before, and new fields get their first values when they are first read";

    private static final String TOKEN = "NotReached";
    private static final int NAMED = 3;

    private final Program program;
    private final Paths paths;
    private final Map<Unit, String> immovable;

    Unreached(Program program, Paths paths, Map<Unit, String> immovable) {
        this.program = program;
        this.paths = paths;
        this.immovable = immovable;
    }

    MemberVerdict verdict(Change change, Unit unit) {
        return verdict(change, reason(unit));
    }

    /** Whether no code would call a method that is gone, were it there. */
    boolean isMissedNowhere(Unit removed, int access) {
        return paths.callers(removed, access).isEmpty()
                && libraryTypes(removed, paths.typesNamed(removed, access)).isEmpty();
    }

    MemberVerdict unused(Change.Field field) {
        return verdict(
                field, "no code that a hot function leads to uses it. It goes live with the first edit that does.");
    }

    private static MemberVerdict verdict(Change change, String reason) {
        return new MemberVerdict(
                change.member(), change.owner().binaryName(), Verdict.UNREACHED, TOKEN, reason, List.of(), "", "");
    }

    private String reason(Unit unit) {
        Set<Unit> barred = paths.barredAbove(unit);
        if (!barred.isEmpty()) {
            return "it is reached only through " + barred(barred) + ". Mark " + name(unit)
                    + " @Hot and call its stub, or run the program under serve.";
        }
        Set<Unit> callers = callers(unit);
        return callers.isEmpty() ? withoutCaller(unit) : "it is called only by " + names(callers) + end(unit, callers);
    }

    /** A bridge is as good as who calls it. */
    private Set<Unit> callers(Unit unit) {
        Set<Unit> callers = new HashSet<>(paths.callers(unit));
        for (Unit bridge : bridges(unit)) {
            if (callers.remove(bridge)) {
                callers.addAll(paths.callers(bridge));
            }
        }
        return callers;
    }

    private Set<Unit> bridges(Unit unit) {
        return program.newest(unit.owner()).stream()
                .flatMap(c -> c.methods().stream())
                .filter(m -> (m.access & Opcodes.ACC_BRIDGE) != 0
                        && m.name.equals(unit.key().name()))
                .map(m -> Unit.method(unit.owner(), Key.of(m)))
                .collect(Collectors.toSet());
    }

    private String barred(Set<Unit> barred) {
        Unit first = barred.iterator().next();
        String why = immovable.getOrDefault(
                first,
                "a program that was not prepared keeps its constructors, and whoever calls what they call keeps the old code");
        return name(first) + ", which no patch can carry: " + why;
    }

    private String withoutCaller(Unit unit) {
        if (isMain(unit)) {
            return "it is never called again. Wrap the loop in Subsecond.call, or move it to a @Hot method and call its"
                    + " stub.";
        }
        Set<String> libraries = libraryTypes(unit);
        return libraries.isEmpty()
                ? "no code of the program calls it. Mark it @Hot and call its stub, or run the program under serve."
                : "it is called only by library code, through " + readable(libraries)
                        + ". Run the program under serve.";
    }

    private String end(Unit unit, Set<Unit> callers) {
        String why = paths.outermostAbove(unit).stream()
                .filter(u -> !callers.contains(u) || callers.size() == 1)
                .map(this::whyNeverAgain)
                .filter(text -> !text.isEmpty())
                .sorted()
                .findFirst()
                .map(text -> " (" + text + ")")
                .orElse(", which no hot function leads to");
        return why + ". Mark " + name(unit) + " @Hot and call its stub, or run the program under serve.";
    }

    private String whyNeverAgain(Unit outermost) {
        if (isMain(outermost)) {
            return name(outermost) + " is never called again";
        }
        Set<String> libraries = libraryTypes(outermost);
        return libraries.isEmpty()
                ? ""
                : name(outermost) + " is called by library code, through " + readable(libraries);
    }

    private static boolean isMain(Unit unit) {
        return unit.key().name().equals("main") && unit.key().descriptor().equals("([Ljava/lang/String;)V");
    }

    /** The types of libraries through which their code can call the method. */
    private Set<String> libraryTypes(Unit unit) {
        Set<String> types = new HashSet<>(declaringLibraries(unit));
        bridges(unit).forEach(bridge -> types.addAll(declaringLibraries(bridge)));
        return types;
    }

    private Set<String> declaringLibraries(Unit unit) {
        return libraryTypes(unit, paths.typesNamed(unit));
    }

    private Set<String> libraryTypes(Unit unit, Set<String> types) {
        Key key = unit.key();
        return types.stream()
                .filter(type -> !program.isOwn(type))
                .filter(type -> program.library(type)
                        .flatMap(c -> c.method(key.name(), key.descriptor()))
                        .filter(m -> (m.access & Opcodes.ACC_PRIVATE) == 0)
                        .isPresent())
                .collect(Collectors.toSet());
    }

    /** Why a method that did not change is part of the patch. */
    String carried(Unit unit) {
        String targets = names(paths.targetsBelow(unit));
        return paths.isEntry(unit)
                ? "it leads to " + targets
                : "it leads from " + names(paths.entriesTo(unit)) + " to " + targets;
    }

    /** What is to be known of a change that goes live. */
    List<String> notes(Unit unit, Change change) {
        List<String> notes = new ArrayList<>();
        Set<Unit> entries = paths.entriesTo(unit);
        if (!entries.contains(unit)) {
            notes.add("live in calls of " + names(entries) + " through stubs and closures");
        }
        for (Unit entry : entries) {
            bypass(entry).forEach(notes::add);
        }
        old(unit, entries, notes);
        if (change instanceof Change.Method m && m.running() != null && makesLambdas(m.running())) {
            notes.add("lambdas that it made before this edit keep their bodies");
        }
        return notes;
    }

    private List<String> bypass(Unit entry) {
        Set<Unit> callers = runningImage(paths.callers(entry));
        return callers.isEmpty() ? List.of() : List.of(bypass(callers, entry));
    }

    static String bypass(Set<Unit> callers, Unit hot) {
        return names(callers) + (callers.size() == 1 ? " calls " : " call ") + name(hot)
                + " itself, not its stub: such calls run the old code";
    }

    private void old(Unit unit, Set<Unit> entries, List<String> notes) {
        if (entries.contains(unit)) {
            return;
        }
        Set<Unit> callers = runningImage(paths.callers(unit));
        if (!callers.isEmpty()) {
            notes.add("called by " + names(callers) + " it runs the old code");
        }
        Set<String> libraries = libraryTypes(unit);
        if (!libraries.isEmpty()) {
            notes.add("called by library code through " + readable(libraries) + " it runs the old code");
        }
    }

    /** Those whose code is neither a patch's nor about to be. */
    private Set<Unit> runningImage(Set<Unit> callers) {
        return callers.stream()
                .filter(u -> program.isUnprepared(u.owner()) && !paths.isReached(u))
                .filter(u -> program.runsImage(u.owner(), u.key()))
                .collect(Collectors.toSet());
    }

    private static boolean makesLambdas(RunningMethod m) {
        return m.lambdas().stream().anyMatch(l -> !l.hot() && l.creatable().isEmpty());
    }

    List<String> fieldNotes(Change.Field field) {
        return (field.node().access & Opcodes.ACC_STATIC) != 0
                ? List.of()
                : List.of(
                        "the program was not prepared, so its values are found by the object's identity, which takes longer;"
                                + " a value that leads back to its object keeps it from being collected");
    }

    private static String names(Collection<Unit> units) {
        List<String> names =
                units.stream().map(Unreached::name).distinct().sorted().toList();
        String more = names.size() > NAMED ? " and " + (names.size() - NAMED) + " more" : "";
        return String.join(", ", names.subList(0, Math.min(NAMED, names.size()))) + more;
    }

    private static String name(Unit unit) {
        return unit.isClosure()
                ? "a closure in " + Names.readableClass(unit.owner())
                : Names.readableMethod(
                        unit.owner(), unit.key().name(), unit.key().descriptor());
    }

    private static String readable(Set<String> types) {
        return types.stream().map(Names::readableClass).sorted().collect(Collectors.joining(", "));
    }
}
