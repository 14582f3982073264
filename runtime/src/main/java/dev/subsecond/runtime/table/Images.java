package dev.subsecond.runtime.table;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The images by their class loaders. Keeps no loader alive: an image belongs to the first of its classes that linked
 * anything, and goes with that class and its loader. An image of which no class has linked anything belongs to who asked
 * for it. The last commit keeps what it changed until its first call was noticed or the next commit comes.
 */
final class Images {

    private final String buildId;
    private final List<WeakReference<Image>> known = new CopyOnWriteArrayList<>();
    private final ClassValue<Image> owned = new ClassValue<>() {
        @Override
        protected Image computeValue(Class<?> type) {
            return of(type.getClassLoader());
        }
    };

    Images(String buildId) {
        this.buildId = buildId;
    }

    /** The image of a class that links something. */
    Image of(Class<?> linking) {
        Image image = find(linking.getClassLoader());
        return image == null || !image.isOwned() ? own(linking) : image;
    }

    private Image own(Class<?> owner) {
        Image image = owned.get(owner);
        image.setOwned();
        return image;
    }

    /** The image of a loader's classes; made if there is none yet. */
    Image of(ClassLoader loader) {
        Image image = find(loader);
        return image == null ? findOrMake(loader) : image;
    }

    private synchronized Image findOrMake(ClassLoader loader) {
        Image image = find(loader);
        if (image == null) {
            image = new Image(loader, buildId);
            known.removeIf(reference -> reference.refersTo(null));
            known.add(new WeakReference<>(image));
        }
        return image;
    }

    /** Few programs have more than a handful of loaders whose classes link anything. */
    @Nullable
    Image find(@Nullable ClassLoader loader) {
        for (WeakReference<Image> reference : known) {
            Image image = reference.get();
            if (image != null && image.loader() == loader) {
                return image;
            }
        }
        return null;
    }

    /** The functions whose stubs have to find overrides that {@code parts} change, and do not yet. Under the table's lock. */
    List<Function> overriddenBy(List<StagedPatch> parts) {
        List<FunctionKey> changed = parts.stream()
                .flatMap(part -> part.functions().stream())
                .map(update -> update.function().key())
                .toList();
        return all().stream()
                .flatMap(image -> image.linked().stream())
                .filter(function -> !function.findsOverrides())
                .filter(function -> changed.stream().anyMatch(key -> key.mayOverride(function.key())))
                .toList();
    }

    /** Whether patches have ever changed a method that overrides {@code method}. Under the table's lock. */
    boolean mayHavePatchedOverrides(FunctionKey method) {
        return all().stream()
                .flatMap(image -> image.patched().stream())
                .anyMatch(function -> function.key().mayOverride(method));
    }

    /** All that are in use. */
    List<Image> all() {
        return known.stream().map(WeakReference::get).filter(Objects::nonNull).toList();
    }
}
