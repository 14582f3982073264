package dev.subsecond.thinlink.live;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What patched code looks up by name or by its caller is what the code of the original class would find. */
class LookUpEditTest {

    @TempDir
    Path folder;

    private void shows(String members, String body, String shown) throws IOException {
        String source = """
                package app;
                import java.lang.invoke.*;
                import java.lang.reflect.*;
                import java.util.concurrent.atomic.*;
                class Main {
                    private int n = 5;
                    private final int f = Integer.parseInt("6");
                    volatile int v;
                    private static String hidden(String s) { return "hidden" + s; }
                    private Main() { }
                    %s
                    static String show() { try { return new Main().m(); } catch (Throwable e) { return e.toString(); } }
                    String m() throws Throwable { return "-"; }
                }
                """.formatted(members);
        LiveProgram.assertLive(folder, source, source.replace("return \"-\";", body), "-", shown);
    }

    @Test
    void lookupHasThePrivateRightsOfTheClass() throws IOException {
        shows(
                "",
                "MethodHandles.Lookup l = MethodHandles.lookup(); MethodHandle h = l.findStatic(Main.class, \"hidden\", MethodType.methodType(String.class, String.class));"
                        + " return (String) h.invokeExact(\"1\") + l.lookupClass().getSimpleName() + l.hasFullPrivilegeAccess() + ((l.lookupModes() & MethodHandles.Lookup.ORIGINAL) != 0);",
                "hidden1Maintruetrue");
    }

    @Test
    void lookupInALambdaAndByReference() throws IOException {
        shows(
                "",
                "java.util.function.Supplier<MethodHandles.Lookup> a = () -> MethodHandles.lookup(); java.util.function.Supplier<MethodHandles.Lookup> b = MethodHandles::lookup;"
                        + " return a.get().lookupClass().getName() + b.get().findGetter(Main.class, \"n\", int.class).invoke(this);",
                "app.Main5");
    }

    @Test
    void lookupMakesVarHandlesLambdasAndHiddenClasses() throws IOException {
        shows(
                "private int one() { return 1; }",
                "MethodHandles.Lookup l = MethodHandles.lookup(); VarHandle h = l.findVarHandle(Main.class, \"n\", int.class); h.set(this, 8);"
                        + " CallSite c = LambdaMetafactory.metafactory(l, \"get\", MethodType.methodType(java.util.function.Supplier.class, Main.class), MethodType.methodType(Object.class), l.findVirtual(Main.class, \"one\", MethodType.methodType(int.class)), MethodType.methodType(Integer.class));"
                        + " return \"\" + n + ((java.util.function.Supplier<?>) c.getTarget().invoke(this)).get();",
                "81");
    }

    @Test
    void reflectionOnPrivateMembersWithoutSetAccessible() throws IOException {
        shows(
                "",
                "Field n = Main.class.getDeclaredField(\"n\"); n.setInt(this, 7); Method h = Main.class.getDeclaredMethod(\"hidden\", String.class);"
                        + " Constructor<Main> c = Main.class.getDeclaredConstructor(); return n.get(this) + (String) h.invoke(null, \"x\") + c.newInstance().n;",
                "7hiddenx5");
    }

    @Test
    void reflectionFailsAsItWouldHave() throws IOException {
        shows(
                "",
                "try { Main.class.getDeclaredField(\"f\").setInt(this, 1); return \"set\"; } catch (IllegalAccessException e) { }"
                        + " try { return \"\" + java.util.ArrayList.class.getDeclaredField(\"size\").get(new java.util.ArrayList<String>()); } catch (IllegalAccessException e) { return String.valueOf(e.getMessage().contains(\"app.Main\")); }",
                "true");
    }

    @Test
    void fieldUpdaters() throws IOException {
        shows(
                "private volatile long w = 3; private volatile String r = \"a\";",
                "AtomicLongFieldUpdater<Main> w = AtomicLongFieldUpdater.newUpdater(Main.class, \"w\"); AtomicReferenceFieldUpdater<Main, String> r = AtomicReferenceFieldUpdater.newUpdater(Main.class, String.class, \"r\");"
                        + " return AtomicIntegerFieldUpdater.newUpdater(Main.class, \"v\").incrementAndGet(this) + r.getAndSet(this, \"b\") + w.addAndGet(this, 4) + this.r;",
                "1a7b");
    }

    @Test
    void classesLoadersResourcesAndServices() throws IOException {
        shows(
                "static class Inner { }",
                "return Class.forName(\"app.Main$Inner\").getSimpleName() + (Class.forName(\"app.Main\").getClassLoader() == Main.class.getClassLoader())"
                        + " + (Main.class.getResource(\"Main.class\") != null) + (Thread.currentThread().getContextClassLoader() != null)"
                        + " + java.util.ServiceLoader.load(Runnable.class).findFirst().isPresent() + System.getLogger(\"x\").getName()"
                        + " + (getClass().getModule() == Main.class.getModule());",
                "Innertruetruetruefalsextrue");
    }

    @Test
    void bundlesAndNativeLibrariesThatAreNotThere() throws IOException {
        shows(
                "",
                "String s = \"\"; try { java.util.ResourceBundle.getBundle(\"app.none\"); } catch (java.util.MissingResourceException e) { s += e.getClassName().startsWith(\"app.none\"); }"
                        + " try { System.loadLibrary(\"none\"); } catch (UnsatisfiedLinkError e) { s += \"unlinked\"; } return s;",
                "trueunlinked");
    }
}
