package dev.subsecond.devserver.compile;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/** The names that mean something else since classes appeared or are gone. */
final class NameChanges {

    private final Set<String> simpleNames = new HashSet<>();

    private NameChanges() {}

    /**
     * Compares the classes that some sources declared with those they declare now.
     *
     * @param before binary names
     * @param now binary names
     */
    static NameChanges of(Program base, Set<String> before, Set<String> now, Set<Dependency> rules) {
        NameChanges changes = new NameChanges();
        Set<String> gone = without(before, now);
        Set<String> come = without(now, before);
        if (rules.contains(Dependency.NAME)) {
            gone.forEach(changes::addSimpleName);
            come.forEach(changes::addSimpleName);
        }
        if (rules.contains(Dependency.PACKAGE) && !(gone.isEmpty() && come.isEmpty())) {
            changes.addPackages(base, gone, come);
        }
        return changes;
    }

    private static Set<String> without(Set<String> some, Set<String> others) {
        Set<String> rest = new HashSet<>(some);
        rest.removeIf(name -> others.contains(name) || unnameable(name));
        return rest;
    }

    private void addSimpleName(String binaryName) {
        simpleNames.add(binaryName.substring(Math.max(binaryName.lastIndexOf('.'), binaryName.lastIndexOf('$')) + 1));
    }

    private void addPackages(Program base, Set<String> gone, Set<String> come) {
        Set<String> before = new HashSet<>();
        Set<String> now = new HashSet<>();
        for (CompiledClass each : base.compiledClasses()) {
            addPackagesOf(each.name(), before);
            if (!gone.contains(each.name())) {
                addPackagesOf(each.name(), now);
            }
        }
        come.forEach(name -> addPackagesOf(name, now));
        without(before, now).forEach(this::addSimpleName);
        without(now, before).forEach(this::addSimpleName);
    }

    private static void addPackagesOf(String binaryName, Set<String> packages) {
        int end = binaryName.lastIndexOf('.');
        while (end > 0 && packages.add(binaryName.substring(0, end))) {
            end = binaryName.lastIndexOf('.', end - 1);
        }
    }

    /** Local and anonymous classes, {@code Game$1} or {@code Game$1Local}: only their own source can refer to them. */
    static boolean unnameable(String name) {
        int dollar = name.lastIndexOf('$');
        return dollar >= 0 && dollar + 1 < name.length() && Character.isDigit(name.charAt(dollar + 1));
    }

    /** Whether a source has one of the names in it. */
    boolean matter(SourceFacts facts) {
        return !simpleNames.isEmpty() && !Collections.disjoint(facts.identifiers(), simpleNames);
    }
}
