package dev.subsecond.devserver.compile;

import dev.subsecond.devserver.compile.RandomType.Kind;
import java.util.List;

/**
 * A few types between which one change matters in a way that random programs rarely show. The change is made and undone
 * again and again, among all the other edits.
 */
enum RandomScene {

    /** What the user of a subclass calls is overloaded in its superclass. */
    OVERLOAD_IN_A_SUPERCLASS(Dependency.SUPERTYPE) {
        @Override
        void begin(List<RandomType> types) {
            add(types, "Base", "public Object f(Object o) { return o; }");
            add(types, "Mid").superclass = "Base";
            add(types, "OfMid", "Object u(Mid m) { return m.f(\"s\"); }");
        }

        @Override
        void change(List<RandomType> types) {
            toggle(types, "Base", "public Object f(String s) { return s; }");
        }
    },

    /** The candidate that was not meant takes as many parameters as the one that was. */
    CANDIDATE_OF_AN_OVERLOAD(Dependency.SIGNATURE) {
        @Override
        void begin(List<RandomType> types) {
            add(types, "One", "Object a(Object x);").kind = Kind.INTERFACE;
            add(types, "Two", "Object b();").kind = Kind.INTERFACE;
            add(types, "Run", "static int run(One one) { return 1; }", "static int run(Two two) { return 2; }");
            add(types, "OfRun", "int u() { return Run.run(v -> null); }");
        }

        @Override
        void change(List<RandomType> types) {
            replace(types, "Two", "Object b();", "Object b(Object x);");
        }
    },

    /** What a subclass of a permitted subclass is decides what a sealed type can be cast to. */
    PERMITTED_SUBCLASS(Dependency.PERMITS) {
        @Override
        void begin(List<RandomType> types) {
            RandomType top = add(types, "Top");
            top.modifiers.add("sealed");
            top.permits.add("Part");
            RandomType part = add(types, "Part");
            part.superclass = "Top";
            part.modifiers.add("sealed");
            part.permits.add("Leaf");
            RandomType leaf = add(types, "Leaf");
            leaf.superclass = "Part";
            leaf.modifiers.add("non-sealed");
            add(types, "OfTop", "boolean u(Top top) { return top instanceof Runnable; }");
        }

        @Override
        void change(List<RandomType> types) {
            types.stream().filter(type -> type.name.equals("Leaf")).forEach(leaf -> {
                boolean was = leaf.modifiers.remove("non-sealed");
                leaf.modifiers.remove("final");
                leaf.modifiers.add(was ? "final" : "non-sealed");
            });
        }
    },

    /** A private field hides the one that is inherited. */
    PRIVATE_FIELD(Dependency.HIDING) {
        @Override
        void begin(List<RandomType> types) {
            add(types, "Open", "public int x;");
            add(types, "Close").superclass = "Open";
            add(types, "OfClose", "int u(Close c) { return c.x; }");
        }

        @Override
        void change(List<RandomType> types) {
            toggle(types, "Close", "private int x;");
        }
    },

    /** A class of the same package goes before one that is imported on demand. */
    NEW_CLASS_HIDES_ANOTHER(Dependency.NAME) {
        @Override
        void begin(List<RandomType> types) {
            add(types, "OfTimer", "Object u() { return new Timer(); }").imports.add("java.util.*");
        }

        @Override
        void change(List<RandomType> types) {
            if (!types.removeIf(type -> type.name.equals("Timer"))) {
                add(types, "Timer");
            }
        }
    },

    /** The same, and another source counts on it at once. */
    NEW_CLASS_IN_A_SIGNATURE(Dependency.MENDING) {
        @Override
        void begin(List<RandomType> types) {
            add(types, "Keeper", "Stack stack() { return null; }").imports.add("java.util.*");
            add(types, "OfKeeper", "Object u(Keeper k) { return k.stack(); }");
        }

        @Override
        void change(List<RandomType> types) {
            if (!types.removeIf(type -> type.name.equals("Stack"))) {
                add(types, "Stack", "int depth;");
            }
            replace(
                    types,
                    "OfKeeper",
                    "Object u(Keeper k) { return k.stack(); }",
                    "Object u(Keeper k) { return k.stack().depth; }");
        }
    },

    /** A method that fits better comes from a class that is only imported. */
    STATIC_IMPORT(Dependency.EXPRESSION) {
        @Override
        void begin(List<RandomType> types) {
            add(types, "Near", "public static int g(long i) { return 1; }");
            add(types, "Far", "public static int h(int i) { return 2; }");
            RandomType user = add(types, "OfBoth", "int u() { return g(1); }");
            user.imports.addAll(List.of("static p.Near.*", "static p.Far.*"));
        }

        @Override
        void change(List<RandomType> types) {
            toggle(types, "Far", "public static int g(int i) { return 3; }");
        }
    },

    /** The compiler copies the value of a constant. */
    COPIED_CONSTANT(Dependency.CONSTANT) {
        @Override
        void begin(List<RandomType> types) {
            add(types, "Const", "static final String S = \"one\";");
            add(types, "OfConst", "Object u() { return \"s\" + Const.S; }");
        }

        @Override
        void change(List<RandomType> types) {
            replace(types, "Const", "static final String S = \"one\";", "static final String S = \"two\";");
        }
    },

    /** A package that is imported on demand loses its only class. */
    LAST_CLASS_OF_A_PACKAGE(Dependency.PACKAGE) {
        @Override
        void begin(List<RandomType> types) {
            types.add(new RandomType("lonely", "Only", Kind.CLASS));
            add(types, "OfLonely").imports.add("lonely.*");
        }

        @Override
        void change(List<RandomType> types) {
            if (!types.removeIf(type -> type.name.equals("Only"))) {
                types.add(new RandomType("lonely", "Only", Kind.CLASS));
            }
        }
    };

    private final Dependency dependency;

    RandomScene(Dependency dependency) {
        this.dependency = dependency;
    }

    /** What a compiler must know to get it right. */
    Dependency dependency() {
        return dependency;
    }

    /** Puts its types into a program. */
    abstract void begin(List<RandomType> types);

    /** Makes the change, or undoes it; what other edits have made impossible is left. */
    abstract void change(List<RandomType> types);

    /** With successive seeds each comes up in turn. */
    static RandomScene of(long seed) {
        return values()[Math.floorMod(seed, values().length)];
    }

    private static RandomType add(List<RandomType> types, String name, String... members) {
        RandomType type = new RandomType("p", name, Kind.CLASS);
        type.members.addAll(List.of(members));
        types.add(type);
        return type;
    }

    private static void toggle(List<RandomType> types, String name, String member) {
        types.stream().filter(type -> type.name.equals(name)).forEach(type -> {
            if (!type.members.remove(member)) {
                type.members.add(member);
            }
        });
    }

    private static void replace(List<RandomType> types, String name, String one, String other) {
        types.stream()
                .filter(type -> type.name.equals(name))
                .forEach(type ->
                        type.members.replaceAll(line -> line.equals(one) ? other : line.equals(other) ? one : line));
    }
}
