package dev.subsecond.runtime.patch;

import static java.util.Objects.requireNonNull;

import dev.subsecond.runtime.link.HotTarget;
import dev.subsecond.runtime.link.PatchLinker;
import dev.subsecond.runtime.wire.FamilyMember;
import dev.subsecond.runtime.wire.HandleKind;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The program that is fuzzed, and two patches of all its functions that can be made for any sequence number: compiled
 * once, with a number that is then replaced in the bytes.
 */
final class FuzzProgram {

    static final String GAME = "app.Game";
    private static final String SIDES = "()I";

    private static final String SOURCE = """
            package app;
            public class Game implements Shape {
                private int secret = 5;
                private int hidden(int x) { return secret * x; }
                public static int twice(int x) { return 2 * x; }
                public int add(int x) { return secret + x; }
                public static String name(String s) { return s + "!"; }
                public long sum(long[] xs, int n) { long r = n; for (long x : xs) { r += x; } return r; }
                public static int choose(String s) { return s.length(); }
            }
            """;
    private static final String SHAPE = "package app; public interface Shape {}";

    /** What becomes call sites of patched code: members through handles, an added function, an added virtual method. */
    private static final String LINKED = """
            package app;
            public class Linked {
                public static native int h0_secret(Game g);
                public static native int h1_hidden(Game g, int x);
                public static native int f_grow(int x);
                public static native int v_sides(Shape s);
            }
            """;

    private static final String PATCH = """
            package app;
            public final class Game$$Hot0000000 {
                public static int twice(int x) { return 2 * x + @K@; }
                public static int add(Game self, int x) {
                    return Linked.h0_secret(self) + Linked.h1_hidden(self, x) + Linked.f_grow(x) + Linked.v_sides(self);
                }
                public static String name(String s) { return s + "?" + @K@ + s; }
                public static long sum(Game self, long[] xs, int n) {
                    long r = @K@;
                    try {
                        for (int i = 0; i <= xs.length; i++) { r += xs[i] * n; }
                    } catch (ArrayIndexOutOfBoundsException e) {
                        r++;
                    }
                    java.util.function.LongUnaryOperator more = v -> v + n;
                    return more.applyAsLong(r) + new Game$$Hot0000000Box<>(n).size();
                }
                public static int choose(String s) {
                    switch (s) {
                        case "a": return @K@;
                        case "b": return -@K@;
                        default: return s.length() > 3 ? (int) 2.5d : 70_000;
                    }
                }
                public static int grow(int x) { return x + @K@; }
                public static int sides(Game self) { return 4 + @K@; }
            }
            """;
    private static final String BOX = """
            package app;
            final class Game$$Hot0000000Box<T extends Comparable<T>> {
                private final T value;
                Game$$Hot0000000Box(T value) { this.value = value; }
                int size() { return value.compareTo(value) + @K@; }
            }
            """;

    private static final String NUMBER = "0000000";
    private static final long SEQUENCE = 0x7EDCBA9876543210L;

    private final TestImage image = TestImage.of(SOURCE, SHAPE, LINKED);
    private final Map<Integer, Map<String, byte[]>> variants = new TreeMap<>();

    FuzzProgram(int... constants) {
        for (int constant : constants) {
            Map<String, byte[]> linked = new LinkedHashMap<>();
            image.compileAgainst(PATCH.replace("@K@", "" + constant), BOX.replace("@K@", "" + constant))
                    .forEach((name, bytes) -> linked.put(name, linked(bytes)));
            variants.put(constant, linked);
        }
    }

    /** What each function of the program returns with the patch of {@code constant}. */
    Map<String, String> results(int constant, Path folder) throws Exception {
        TestImage started = start();
        Map<String, HotTarget> stubs = stubs(started);
        Object game = started.create(GAME);
        new Patcher(started).apply(patch(constant, 1, 1).write(folder));
        Map<String, String> results = new TreeMap<>();
        stubs.forEach((name, stub) -> results.put(name, call(name, stub.invoker(), game)));
        return results;
    }

    /** The program anew, with no patch. */
    TestImage start() {
        return image.again();
    }

    /** The stubs of its functions by name. */
    static Map<String, HotTarget> stubs(TestImage image) throws IllegalAccessException {
        Map<String, HotTarget> stubs = new TreeMap<>();
        stubs.put("twice", image.stub(GAME, "twice", "(I)I", true));
        stubs.put("add", image.stub(GAME, "add", "(I)I", false));
        stubs.put("name", image.stub(GAME, "name", "(Ljava/lang/String;)Ljava/lang/String;", true));
        stubs.put("sum", image.stub(GAME, "sum", "([JI)J", false));
        stubs.put("choose", image.stub(GAME, "choose", "(Ljava/lang/String;)I", true));
        return stubs;
    }

    /** Calls a function and says what it returned. */
    static String call(String name, MethodHandle invoker, Object game) {
        try {
            return switch (name) {
                case "twice" -> "" + invoker.invoke(21);
                case "add" -> "" + invoker.invoke(game, 3);
                case "name" -> "" + invoker.invoke("n");
                case "sum" -> "" + invoker.invoke(game, new long[] {1, 2, 3}, 2);
                default -> invoker.invoke("a") + " " + invoker.invoke("b") + " " + invoker.invoke("long");
            };
        } catch (Throwable e) {
            throw new AssertionError(name + " failed", e);
        }
    }

    /**
     * A good patch.
     *
     * @param constant which of the two
     * @param number makes the names of its classes, which are used up with it
     */
    TestPatch patch(int constant, long sequence, int number) {
        String code = GAME + "$$Hot" + numbered(number);
        TestPatch patch = new TestPatch(sequence).classes(GAME, classes(constant, sequence, number));
        patch.function(GAME, "twice", "(I)I", true, code);
        patch.function(GAME, "add", "(I)I", false, code);
        patch.function(GAME, "name", "(Ljava/lang/String;)Ljava/lang/String;", true, code);
        patch.function(GAME, "sum", "([JI)J", false, code);
        patch.function(GAME, "choose", "(Ljava/lang/String;)I", true, code);
        patch.added(GAME, "grow", "(I)I", true, code);
        patch.added(GAME, "sides", SIDES, false, code);
        String root = "app.Shape";
        FamilyMember game = new FamilyMember(GAME, TestPatch.id(GAME, "sides", SIDES), false);
        patch.family(TestPatch.id(root, "sides", SIDES), root, "sides", SIDES, game);
        patch.handle(HandleKind.GET_FIELD, GAME, GAME, "secret", "I");
        patch.handle(HandleKind.INVOKE_VIRTUAL, GAME, GAME, "hidden", "(I)I");
        return patch;
    }

    private Map<String, byte[]> classes(int constant, long sequence, int number) {
        Map<String, byte[]> numbered = new LinkedHashMap<>();
        requireNonNull(variants.get(constant))
                .forEach((name, bytes) -> numbered.put(
                        name.replace(NUMBER, numbered(number)), numbered(bytes, sequence, numbered(number))));
        return numbered;
    }

    private static String numbered(int number) {
        return "%07d".formatted(number);
    }

    private static byte[] numbered(byte[] classFile, long sequence, String number) {
        String bytes = new String(classFile, StandardCharsets.ISO_8859_1)
                .replace("$$Hot" + NUMBER, "$$Hot" + number)
                .replace(bytes(SEQUENCE), bytes(sequence));
        return bytes.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String bytes(long value) {
        byte[] bytes = java.nio.ByteBuffer.allocate(Long.BYTES).putLong(value).array();
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** Turns the calls of {@code Linked} into the call sites that the thin linker makes. */
    private static byte[] linked(byte[] classFile) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(classFile)
                .accept(
                        new ClassVisitor(Opcodes.ASM9, writer) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access, String name, String descriptor, String signature, String[] thrown) {
                                return new Linking(super.visitMethod(access, name, descriptor, signature, thrown));
                            }
                        },
                        0);
        return writer.toByteArray();
    }

    private static final class Linking extends MethodVisitor {

        Linking(MethodVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            if (!owner.equals("app/Linked")) {
                super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            } else if (name.startsWith("h")) {
                int index = name.charAt(1) - '0';
                visitInvokeDynamicInsn(name, descriptor, bootstrap("handle", long.class, int.class), SEQUENCE, index);
            } else {
                boolean family = name.startsWith("v");
                String id = TestPatch.id(family ? "app.Shape" : GAME, name.substring(2), family ? SIDES : "(I)I");
                visitInvokeDynamicInsn(name, descriptor, bootstrap(family ? "family" : "function", String.class), id);
            }
        }

        private static Handle bootstrap(String name, Class<?>... more) {
            MethodType type = MethodType.methodType(
                            CallSite.class, MethodHandles.Lookup.class, String.class, MethodType.class)
                    .appendParameterTypes(more);
            return new Handle(
                    Opcodes.H_INVOKESTATIC,
                    PatchLinker.class.getName().replace('.', '/'),
                    name,
                    type.toMethodDescriptorString(),
                    false);
        }
    }
}
