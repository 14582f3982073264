package dev.subsecond.devserver.compile;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;

/**
 * Takes class files as they are, made by whatever compiler. What is taken belongs together: class files that another one
 * of the program does not go with are refused, because the compiler is still writing, or made only a part.
 */
public final class TakenClasses implements Compiler {

    /** Class files are read as texts in this encoding, which keeps every byte as it is. */
    public static final Charset BYTES = StandardCharsets.ISO_8859_1;

    private final String mainClass;

    /** Takes classes of the program that starts with this one. */
    public TakenClasses(String mainClass) {
        this.mainClass = mainClass;
    }

    @Override
    public Compilation compile(Program program, Edit edit) {
        List<CompilerMessage> errors = new ArrayList<>();
        Map<String, CompiledClass> taken = new HashMap<>();
        edit.texts().forEach((file, text) -> take(file, text.getBytes(BYTES), taken, errors));
        if (!errors.isEmpty()) {
            return new Compilation.Bad(errors);
        }
        Set<SourceId> replaced = new HashSet<>();
        edit.texts().keySet().forEach(file -> replaced.add(SourceId.file(file)));
        edit.deleted().forEach(file -> replaced.add(SourceId.file(file)));
        Set<String> before = program.classesOf(replaced);
        Program next = program.replace(replaced, units(edit, taken), taken.values(), Map.of());
        if (before.contains(mainClass) && next.compiled(mainClass) == null) {
            return new Compilation.Bad(List.of(CompilerMessage.failure(
                    "", "the main class " + mainClass + " is gone; a build that writes it again is waited for")));
        }
        Set<String> changed = new TreeSet<>(before);
        changed.addAll(taken.keySet());
        errors.addAll(new Linkage(program, next, changed).problems());
        if (!errors.isEmpty()) {
            return new Compilation.Bad(errors);
        }
        Map<String, byte[]> bytes = new HashMap<>();
        taken.forEach((name, each) -> bytes.put(name, each.file().bytes()));
        before.removeAll(next.classFiles().keySet());
        return new Compilation.Good(next, bytes, before, List.of());
    }

    private static void take(Path file, byte[] bytes, Map<String, CompiledClass> taken, List<CompilerMessage> errors) {
        if (!ClassFileLength.isWhole(bytes)) {
            errors.add(CompilerMessage.failure(file.toString(), "this is not a class file, or only a part of one"));
            return;
        }
        String name = new ClassReader(bytes).getClassName().replace('/', '.');
        if (!file.endsWith(Path.of(name.replace('.', '/') + ".class"))) {
            errors.add(CompilerMessage.failure(
                    file.toString(), "this is the class " + name + ", which the directories and the name do not say"));
        } else if (taken.put(name, CompiledClass.of(name, bytes, SourceId.file(file))) != null) {
            errors.add(CompilerMessage.failure(file.toString(), "the class " + name + " is in two directories"));
        }
    }

    private static List<Unit> units(Edit edit, Map<String, CompiledClass> taken) {
        return taken.values().stream()
                .map(each -> {
                    SourceId id = each.source();
                    String text = edit.texts().getOrDefault(Path.of(id.name()), "");
                    return new Unit(id, text, SourceFacts.NONE, "", Set.of(each.name()), id);
                })
                .toList();
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
