package app;

import java.lang.reflect.*;
import java.util.*;

/** Calls of a library, each with a name and what came of it in a line. */
class Calls {
    interface Call { Object run() throws Exception; }

    private static final int TIMES = 6;
    private static final Map<Class<?>, List<?>> SAMPLES = Map.ofEntries(
            Map.entry(String.class, Arrays.asList("", "aB c", null, "12", "ab-cd", "0x1F", "  x ", "true")),
            Map.entry(CharSequence.class, Arrays.asList("abcab", new StringBuilder("b C"), null, "", "XyZ")),
            Map.entry(Object.class, Arrays.asList("o", 1, null, new int[] {1, 2}, 'c')),
            Map.entry(Number.class, List.of(1, 2.5, 3L)),
            Map.entry(Comparable.class, Arrays.asList(1, 2, null)),
            Map.entry(Class.class, Arrays.asList(String.class, int.class, Map.Entry.class, null, int[][].class)),
            Map.entry(Locale.class, Arrays.asList(Locale.ROOT, Locale.GERMANY, null)),
            Map.entry(Iterable.class, Arrays.asList(List.of("a", "b"), List.of(), null)),
            Map.entry(Iterator.class, Arrays.asList((Object) null)),
            Map.entry(List.class, List.of(List.of(1, 2))),
            Map.entry(int.class, List.of(0, 1, 3, -1, 7)), Map.entry(long.class, List.of(0L, 5L, -3L, 70L)),
            Map.entry(short.class, List.of((short) 0, (short) 300)), Map.entry(byte.class, List.of((byte) 1, (byte) -7)),
            Map.entry(char.class, List.of('a', '1', ' ', '\u00e9')), Map.entry(boolean.class, List.of(true, false)),
            Map.entry(float.class, List.of(1.5f, Float.NaN, -0f)), Map.entry(double.class, List.of(2.5, Double.NaN, -1.0)),
            Map.entry(Integer.class, Arrays.asList(1, null, 0)), Map.entry(Boolean.class, Arrays.asList(true, null, false)),
            Map.entry(Character.class, Arrays.asList('x', null)));

    private final StringBuilder lines = new StringBuilder();

    void add(String name, Call call) {
        String seen;
        try {
            seen = text(call.run());
        } catch (Exception e) {
            seen = "throws " + e;
        }
        lines.append(name).append(" = ").append(seen.replaceAll("@[0-9a-f]+", "@").replace("\n", "\\n").replace("\r", "\\r"))
                .append('\n');
    }

    /** Calls each public static method of a class that samples can be found for, by reflection. */
    void sweep(Class<?> type, String... without) {
        Method[] methods = type.getDeclaredMethods();
        Arrays.sort(methods, Comparator.comparing(Method::toString));
        for (Method m : methods) {
            boolean isMeant = Modifier.isPublic(m.getModifiers()) && Modifier.isStatic(m.getModifiers())
                    && Arrays.stream(without).noneMatch(m.getName()::startsWith);
            for (int i = 0; isMeant && i < TIMES; i++) {
                Optional<Object[]> samples = samples(m.getParameterTypes(), i);
                if (samples.isPresent()) {
                    String name = "~" + type.getSimpleName() + "." + m.getName() + text(m.getParameterTypes()) + i;
                    add(name, () -> invoke(m, samples.get()) + " of " + text(samples.get()));
                }
            }
        }
    }

    private static String invoke(Method m, Object[] arguments) throws Exception {
        try {
            return text(m.invoke(null, arguments));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof LinkageError) { throw (LinkageError) e.getCause(); }
            return "throws " + e.getCause();
        }
    }

    private static Optional<Object[]> samples(Class<?>[] types, int time) {
        Object[] samples = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            Class<?> type = types[i].isArray() ? types[i].getComponentType() : types[i];
            List<?> known = SAMPLES.get(type);
            if (known == null) { return Optional.empty(); }
            Object value = known.get((time + i * 2) % known.size());
            samples[i] = types[i].isArray() ? array(type, known, time) : value;
        }
        return Optional.of(samples);
    }

    private static Object array(Class<?> type, List<?> known, int time) {
        if (time == 4) { return null; }
        Object array = Array.newInstance(type, Math.min(time, known.size()));
        for (int i = 0; i < Array.getLength(array); i++) {
            Array.set(array, i, known.get(i));
        }
        return array;
    }

    static String text(Object o) {
        if (o == null || !o.getClass().isArray()) {
            return o instanceof Class ? ((Class<?>) o).getSimpleName() : String.valueOf(o);
        }
        StringBuilder all = new StringBuilder("[");
        for (int i = 0; i < Array.getLength(o); i++) {
            all.append(i == 0 ? "" : ", ").append(text(Array.get(o, i)));
        }
        return all.append("]").toString();
    }

    @Override
    public String toString() {
        return lines.toString();
    }
}
