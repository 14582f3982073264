package dev.subsecond.devserver.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes members at random. In a pattern {@code T}, {@code U} and {@code W} stand for types of the program, {@code #} for
 * a small number and {@code u#} for a name of its own. Many do not compile where they end up: those are taken out again.
 */
final class RandomMembers {

    /** What others use. */
    private static final List<String> DECLARATIONS = List.of(
            "public T x;",
            "T y = null;",
            "private int x;",
            "static int x = #;",
            "public final int y = #;",
            "public static final int K = #;",
            "public static final int K = T.K + #;",
            "static final String L = \"l#\" + T.K;",
            "public static final String L = \"l#\";",
            "public static final int K = Integer.parseInt(\"#\");",
            "public static final boolean B = # > 2;",
            "public Object f(Object o) { return # + \"o\"; }",
            "public T f(T t) { return t; }",
            "public Object f(U u) { return #; }",
            "Object f(String s) { return s + #; }",
            "private Object f(Integer i) { return i; }",
            "public static long g(int i) { return #; }",
            "public static int g(long i) { return #; }",
            "static int g(T t) { return #; }",
            "public static int g(U t) { return #; }",
            "protected Object f(T t, U u) { return t; }",
            "public <V extends T> V h(V v) { return v; }",
            "public java.util.List<T> list() { return null; }",
            "public java.util.List<? extends T> list() { return null; }",
            "public static <V extends T> int max(java.util.List<V> l) { return #; }",
            "public static int max(java.util.Collection<?> l) { return #; }",
            "public static int run(T t) { return #; }",
            "public static int run(U t) { return #; }",
            "public void t() throws T { }",
            "public void t() { }",
            "public static class In { public int x = #; public Object f(Object o) { return #; } }",
            "private static class In { }",
            "static class In extends T { }",
            "public static final class Other { }",
            "public T() { }",
            "protected Object clone() { return #; }");

    private static final List<String> OF_INTERFACES = List.of(
            "Object f(Object o);",
            "T f(T t);",
            "Object a();",
            "Object a(Object o);",
            "T b(U u);",
            "default Object f(Object o) { return #; }",
            "default T f(T t) { return t; }",
            "default Object f(String s) { return #; }",
            "int K = #;",
            "int K = T.K + #;",
            "String L = \"l#\";",
            "static long g(int i) { return #; }",
            "java.util.List<T> list();",
            "private int p() { return #; }",
            "class In { public int x = #; }",
            "default Object d#(T t, U u) { return t.f(u); }",
            "default Object d#(T t) { return T.K + t.x; }");

    private static final List<String> OF_ANNOTATIONS =
            List.of("int v() default #;", "int v() default T.K;", "String w() default \"w#\";", "int K = #;");

    private static final List<String> USES = List.of(
            "Object u#() { return new T().f(null); }",
            "Object u#(T t) { return t.x; }",
            "Object u#(T t) { return t.y; }",
            "Object u#(T t, U u) { return t.f(u); }",
            "Object u#(T t) { return t.f(t.f(null)); }",
            "Object u#(T t, U u) { return t.f(t, u); }",
            "Object u#(T t) { var v = t.f(null); return v.f(\"s\"); }",
            "Object u#(T t) { return t.x.x; }",
            "int u#() { return T.K; }",
            "int u#() { return T.In.K; }",
            "String u#() { return \"k\" + T.L + T.K; }",
            "int u#(int i) { switch (i) { case T.K: return 1; default: return 0; } }",
            "int u#() { if (T.B) { return 1; } return 2; }",
            "byte u#() { return T.K; }",
            "Object u#() { return T.g(1); }",
            "Object u#() { return T.g(null); }",
            "Object u#(U u) { return T.g(u); }",
            "Object u#() { return f(null); }",
            "Object u#() { return x; }",
            "int u#() { return K; }",
            "Object u#() { return g(1); }",
            "Object u#() { return new In(); }",
            "Object u#() { return new T.In().x; }",
            "Other u#() { return null; }",
            "boolean u#(T t) { return t instanceof U; }",
            "Object u#(T t) { return (U) t; }",
            "Object u#(boolean b, T t, U u) { var v = b ? t : u; return v.f(null); }",
            "Object u#(boolean b, T t, U u) { var v = b ? t : u; return v; }",
            "Object u#(T t) { return U.max(t.list()); }",
            "Object u#(T t) { for (var e : t.list()) { return e.f(null); } return null; }",
            "Object u#(T t) { return t.list().get(0); }",
            "Object u#(T t) { return t.list().get(0).f(null); }",
            "Object u#(T t, U u) { return t.h(u); }",
            "Object u#(T t, U u) { return u.f(t.list().get(0)); }",
            "Object u#(T t, U u) { return u.run(t.list().get(0)); }",
            "Object u#() { T fn = v -> v; return fn; }",
            "Object u#() { T fn = () -> null; return fn; }",
            "Object u#() { return T.run(() -> null); }",
            "Object u#() { return T.run(v -> null); }",
            "Object u#() { return T.run(null); }",
            "Object u#() { java.util.function.Supplier<T> s = T::new; return s; }",
            "Object u#() { return (java.util.function.Function<Object, Object>) new T()::f; }",
            "int u#(T t) { return switch (t) { case X -> 1; case Y -> 2; }; }",
            "int u#(T t) { switch (t) { case X: return 1; default: return #; } }",
            "Object u#() { return T.X; }",
            "@T void u#() { }",
            "@T(v = U.K) void u#() { }",
            "@T int u#;",
            "void u#(T t) { t.t(); }",
            "void u#(T t) { try { t.t(); } catch (U e) { e.getMessage(); } }",
            "void u#(T t) throws Exception { t.t(); }",
            "Object u#() { return new T() { public Object f(Object o) { return #; } }; }",
            "Object u#() { return new T() { }; }",
            "Object u#(T t) { return new T() { public U f(U o) { return o; } }; }",
            "Object u#() { return new Random(); }",
            "List u#() { return null; }",
            "Object u#() { return new T(#); }",
            "int u#(T t) { return t.a(); }",
            "Object u#() { return new T(#, null).b(); }",
            "T<U> u#() { return null; }",
            "Object u#(T<U> t) { return t.f(null); }",
            "Object u#(Object o) { return T.class; }",
            "class N# extends T { Object n() { return f(null); } }",
            "static class N# extends T { public Object f(Object o) { return super.f(o); } }",
            "interface I# extends T { }");

    /** From Java 21 on. */
    private static final List<String> PATTERNS = List.of(
            "int u#(T t) { return switch (t) { case U u -> 1; }; }",
            "int u#(T t) { return switch (t) { case U u -> 1; case W w -> 2; }; }",
            "Object u#(Object o) { return o instanceof T(var a) ? a : null; }",
            "Object u#(Object o) { return switch (o) { case T(var a, var b) -> b; default -> o; }; }");

    private final Random random;

    RandomMembers(Random random) {
        this.random = random;
    }

    /** A member for this type of the program. */
    String member(List<RandomType> program, RandomType type) {
        return fill(pick(patterns(type)), program, type);
    }

    /** Something for this type that uses others. */
    String use(List<RandomType> program, RandomType type) {
        return fill(pick(uses()), program, type);
    }

    private List<String> patterns(RandomType type) {
        return switch (type.kind) {
            case ANNOTATION -> OF_ANNOTATIONS;
            case INTERFACE -> OF_INTERFACES;
            default -> random.nextInt(5) < 2 ? DECLARATIONS : uses();
        };
    }

    private static List<String> uses() {
        List<String> uses = new ArrayList<>(USES);
        if (Runtime.version().feature() >= 21) {
            uses.addAll(PATTERNS);
        }
        return uses;
    }

    private String fill(String pattern, List<RandomType> program, RandomType type) {
        String first = name(candidates(program, pattern, "[tT]"), type);
        String second = name(candidates(program, pattern, "[uU]"), type);
        return pattern.replace("u#", "u" + random.nextInt(1000))
                .replace("d#", "d" + random.nextInt(1000))
                .replace("N#", "N" + random.nextInt(1000))
                .replace("I#", "I" + random.nextInt(1000))
                .replace("#", String.valueOf(1 + random.nextInt(4)))
                .replaceAll("\\bT\\b", first)
                .replaceAll("\\bU\\b", second)
                .replaceAll("\\bW\\b", name(program, type));
    }

    /** The types that have what the pattern uses of them; all if there is none. */
    private static List<RandomType> candidates(List<RandomType> program, String pattern, String letter) {
        Matcher used = Pattern.compile("\\b" + letter + "\\.(\\w+)").matcher(pattern);
        if (!used.find()) {
            return program;
        }
        Pattern member = Pattern.compile(" " + used.group(1) + "\\b");
        List<RandomType> candidates = program.stream()
                .filter(type -> type.members.stream()
                        .anyMatch(line -> member.matcher(line).find()))
                .toList();
        return candidates.isEmpty() ? program : candidates;
    }

    /** A type's name as this type would write it; mostly simple, as people do. */
    String name(List<RandomType> program, RandomType from) {
        RandomType other = pick(program);
        boolean near = other.inPackage.equals(from.inPackage);
        return near || random.nextInt(3) == 0 ? other.name : other.qualified();
    }

    <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
