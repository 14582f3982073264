package dev.subsecond.processor;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** The processor in a compiler with another filer. */
@SupportedAnnotationTypes("*")
final class FilerProcessor extends AbstractProcessor {

    private final HotProcessor processor = new HotProcessor();
    private final Function<Filer, InvocationHandler> calls;

    /** @param calls what the other filer does, given javac's */
    FilerProcessor(Function<Filer, InvocationHandler> calls) {
        this.calls = calls;
    }

    /** Fails whenever a file is to be generated. */
    static FilerProcessor broken(Supplier<Exception> failure) {
        return new FilerProcessor(filer -> (self, method, arguments) -> {
            throw failure.get();
        });
    }

    /** Tells the name and the arguments of each call. */
    static FilerProcessor observed(BiConsumer<String, Object[]> observer) {
        return new FilerProcessor(filer -> (self, method, arguments) -> {
            observer.accept(method.getName(), arguments);
            return method.invoke(filer, arguments);
        });
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        Filer filer = proxy(Filer.class, calls.apply(environment.getFiler()));
        processor.init(proxy(ProcessingEnvironment.class, (self, method, arguments) -> {
            if (method.getName().equals("getFiler")) {
                return filer;
            }
            try {
                return method.invoke(environment, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        processor.process(annotations, round);
        return false;
    }
}
