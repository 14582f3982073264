package dev.subsecond.devserver.compile;

import dev.subsecond.devserver.compile.RandomType.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Changes a program as people and tools do, one small thing at a time, without asking whether the result compiles. */
final class RandomEditor {

    private static final List<String> PACKAGES = List.of("p", "q");

    /** Few, so that they clash; two of them are also names in packages that the sources import. */
    private static final List<String> NAMES = List.of("A", "B", "C", "D", "E", "F", "G", "Random", "List");

    private static final int USES = 30;

    private final Random random;
    private final RandomMembers members;
    private final List<RandomType> types;

    RandomEditor(Random random, List<RandomType> types) {
        this.random = random;
        this.members = new RandomMembers(random);
        this.types = types;
    }

    /** One edit; returns what it was. */
    String edit() {
        if (types.size() < 3) {
            return addType();
        }
        RandomType type = members.pick(types);
        if (type.name.equals("M") && random.nextInt(4) > 0) {
            type = types.get(0);
        }
        return switch (random.nextInt(24)) {
            case 0, 1, 2 -> addMember(type);
            case 3, 4 -> removeMember(type);
            case 5, 6, 7 -> changeMember("number", type, this::otherNumber);
            case 8 -> changeMember("visibility", type, this::otherVisibility);
            case 9 -> changeMember("kind", type, RandomEditor::otherStorage);
            case 10, 11, 12 -> head(type);
            case 13 -> seal(type);
            case 14 -> permitOneMore();
            case 15 -> addType();
            case 16 -> remove(type);
            case 17 -> rename(type);
            case 18 -> move(type);
            case 19 -> importing(type);
            case 20 -> mistake(type);
            case 21 -> annotate(type);
            case 22 -> reorder(type);
            default -> parts(type);
        };
    }

    String addType() {
        Kind kind = members.pick(List.of(
                Kind.CLASS,
                Kind.CLASS,
                Kind.CLASS,
                Kind.INTERFACE,
                Kind.INTERFACE,
                Kind.ENUM,
                Kind.RECORD,
                Kind.ANNOTATION));
        RandomType type = new RandomType(members.pick(PACKAGES), members.pick(NAMES), kind);
        boolean taken = types.stream().anyMatch(other -> other.file().equals(type.file()));
        if (taken) {
            return "nothing";
        }
        if (random.nextInt(3) > 0) {
            type.modifiers.add("public");
        }
        if (random.nextInt(3) == 0) {
            type.imports.add(members.pick(List.of("java.util.*", "p.*", "q.*")));
        }
        types.add(type);
        if (kind == Kind.CLASS && random.nextInt(2) == 0) {
            type.superclass = members.pick(List.of(members.name(types, type), "Exception", "RuntimeException"));
        }
        for (int i = 4 + random.nextInt(8); i > 0; i--) {
            addMember(type);
        }
        return "add type " + type.qualified();
    }

    /** The type that uses the others most, and nobody renames. */
    void addUser() {
        RandomType user = new RandomType(members.pick(PACKAGES), "M", Kind.CLASS);
        user.imports.add(members.pick(List.of("p.*", "q.*", "java.util.*")));
        types.add(user);
        for (int i = 0; i < USES; i++) {
            user.members.add(members.use(types, user));
        }
    }

    private String addMember(RandomType type) {
        String member = members.member(types, type);
        type.members.add(random.nextInt(type.members.size() + 1), member);
        return "add to " + type.qualified() + ": " + member;
    }

    private String removeMember(RandomType type) {
        if (type.members.isEmpty()) {
            return addMember(type);
        }
        return "remove from " + type.qualified() + ": " + type.members.remove(random.nextInt(type.members.size()));
    }

    private String changeMember(String what, RandomType type, UnaryOperator<String> change) {
        if (type.members.isEmpty()) {
            return addMember(type);
        }
        int at = random.nextInt(type.members.size());
        type.members.set(at, change.apply(type.members.get(at)));
        return "another " + what + " in " + type.qualified() + ": " + type.members.get(at);
    }

    private String otherNumber(String member) {
        return member.replaceAll("\\b[1-4]\\b", String.valueOf(1 + random.nextInt(4)))
                .replaceAll("\"l[1-4]\"", "\"l" + (1 + random.nextInt(4)) + "\"");
    }

    private String otherVisibility(String member) {
        String bare = member.replaceFirst("^(public|private|protected) ", "");
        return members.pick(List.of("", "public ", "private ", "protected ")) + bare;
    }

    private static String otherStorage(String member) {
        return member.contains("static ") ? member.replaceFirst("static ", "") : "static " + member;
    }

    private String head(RandomType type) {
        switch (random.nextInt(7)) {
            case 0 -> toggle(type.modifiers, "public");
            case 1 -> toggle(type.modifiers, "final");
            case 2 -> toggle(type.modifiers, "abstract");
            case 3 -> type.superclass = type.superclass.isEmpty() ? members.name(types, type) : "";
            case 4 -> toggle(type.interfaces, members.name(types, type));
            case 5 ->
                type.parameters = type.parameters.isEmpty() ? "<V extends " + members.name(types, type) + ">" : "";
            default -> type.kind = members.pick(List.of(Kind.values()));
        }
        return "another head: "
                + type.text()
                        .lines()
                        .filter(line -> line.endsWith("{"))
                        .findFirst()
                        .orElse("");
    }

    private void toggle(List<String> list, String element) {
        if (!list.remove(element)) {
            list.add(random.nextInt(list.size() + 1), element);
        }
    }

    private List<RandomType> subtypes(RandomType type) {
        return types.stream()
                .filter(other -> other.inPackage.equals(type.inPackage))
                .filter(other -> other.superclass.equals(type.name) || other.interfaces.contains(type.name))
                .toList();
    }

    private String seal(RandomType type) {
        if (type.modifiers.remove("sealed")) {
            type.permits.clear();
            return "unseal " + type.qualified();
        }
        List<RandomType> subtypes = subtypes(type);
        if (subtypes.isEmpty()) {
            return permit(type);
        }
        subtypes.forEach(RandomEditor::closed);
        type.modifiers.remove("final");
        type.modifiers.add("sealed");
        subtypes.forEach(each -> type.permits.add(each.name));
        return "seal " + type.qualified();
    }

    private static void closed(RandomType type) {
        if (type.kind == Kind.CLASS && !type.modifiers.contains("sealed")) {
            type.modifiers.remove("final");
            type.modifiers.add("final");
        }
    }

    private String permitOneMore() {
        Optional<RandomType> parent =
                types.stream().filter(type -> type.modifiers.contains("sealed")).findFirst();
        return parent.map(this::permit).orElseGet(() -> seal(members.pick(types)));
    }

    private String permit(RandomType parent) {
        String name = members.pick(NAMES);
        if (types.stream().anyMatch(type -> type.name.equals(name))
                || (parent.kind != Kind.CLASS && parent.kind != Kind.INTERFACE)) {
            return "nothing";
        }
        RandomType child = new RandomType(parent.inPackage, name, Kind.CLASS);
        child.modifiers.add("final");
        if (parent.kind == Kind.CLASS) {
            child.superclass = parent.name;
        } else {
            child.interfaces.add(parent.name);
        }
        types.add(child);
        if (!parent.modifiers.contains("sealed")) {
            parent.modifiers.remove("final");
            parent.modifiers.add("sealed");
        }
        parent.permits.add(name);
        return "permit " + name + " in " + parent.qualified();
    }

    private String remove(RandomType type) {
        types.remove(type);
        return "remove " + type.qualified();
    }

    private String rename(RandomType type) {
        String name = members.pick(NAMES);
        if (types.stream().anyMatch(other -> other.name.equals(name))) {
            return "nothing";
        }
        String before = type.name;
        type.name = name;
        type.fileName = name;
        if (random.nextInt(3) > 0) {
            types.forEach(other -> renameIn(other, before, name));
        }
        return "rename " + before + " to " + name;
    }

    private static void renameIn(RandomType type, String before, String name) {
        UnaryOperator<String> renamed = text -> text.replaceAll("\\b" + before + "\\b", name);
        type.members.replaceAll(renamed);
        type.imports.replaceAll(renamed);
        type.interfaces.replaceAll(renamed);
        type.permits.replaceAll(renamed);
        type.superclass = renamed.apply(type.superclass);
        type.parameters = renamed.apply(type.parameters);
        type.components = renamed.apply(type.components);
    }

    private String move(RandomType type) {
        String before = type.file().toString();
        switch (random.nextInt(3)) {
            case 0 -> type.root = type.root.equals("/one") ? "/two" : "/one";
            case 1 -> type.fileName = type.fileName.equals(type.name) ? "Misc" + type.name : type.name;
            default -> type.inPackage = type.inPackage.equals("p") ? "q" : "p";
        }
        boolean taken = types.stream()
                .anyMatch(other -> !other.equals(type) && other.file().equals(type.file()));
        if (taken) {
            types.remove(type);
        }
        return "move " + before + " to " + type.file();
    }

    private String importing(RandomType type) {
        if (!type.imports.isEmpty() && random.nextInt(2) == 0) {
            return "no import " + type.imports.remove(random.nextInt(type.imports.size()));
        }
        String other = members.pick(types).qualified();
        String line = members.pick(List.of(
                other,
                "static " + other + ".*",
                "static " + other + ".K",
                "static " + other + ".g",
                "java.util.*",
                "p.*",
                "q.*"));
        type.imports.add(line);
        return "import " + line + " in " + type.qualified();
    }

    private String mistake(RandomType type) {
        type.mistake = members.pick(List.of(" }", " class", " interface Extra { int n = nothing; }", " class { }"));
        return "mistake in " + type.qualified();
    }

    private String annotate(RandomType type) {
        if (!type.annotations.isEmpty()) {
            return "no annotation " + type.annotations.remove(0);
        }
        type.annotations.add(
                type.kind == Kind.ANNOTATION
                        ? members.pick(List.of(
                                "@java.lang.annotation.Target(java.lang.annotation.ElementType.METHOD)",
                                "@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)",
                                "@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.SOURCE)",
                                "@java.lang.annotation.Inherited"))
                        : members.pick(
                                List.of("@" + members.name(types, type), "@FunctionalInterface", "@Deprecated")));
        return "annotate " + type.qualified() + " " + type.annotations;
    }

    private String reorder(RandomType type) {
        List<String> shuffled = new ArrayList<>(type.members);
        java.util.Collections.shuffle(shuffled, random);
        type.members.clear();
        type.members.addAll(shuffled);
        return "reorder " + type.qualified();
    }

    private String parts(RandomType type) {
        type.constants = members.pick(List.of("X, Y", "X", "Y, X", "X, Y, Z"));
        type.components = members.pick(List.of("int a", "int a, ", "long a, "));
        if (type.components.endsWith(", ")) {
            type.components += members.name(types, type) + " b";
        }
        return "other parts of " + type.qualified();
    }
}
