package dev.subsecond.thinlink.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Tells which lambda of a method's new version is which of its running version: equal content first; then, where one
 * of a shape is left on either side, that one. Where more are left, nothing tells an edit from a removal beside an addition,
 * and live objects keep their own body. Never by the compiler's number, which shifts with every insertion.
 */
public final class LambdaMatch {

    private LambdaMatch() {}

    /**
     * Matches lambdas.
     *
     * @param running what runs, in creation order
     * @param created what the new version creates, with normal forms, in creation order
     * @return the running counterpart of each new lambda that has one
     */
    public static Map<Lambda, RunningLambda> match(List<RunningLambda> running, Map<Lambda, String> created) {
        List<RunningLambda> left = new ArrayList<>(running);
        Map<Lambda, RunningLambda> matched = new HashMap<>();
        created.forEach((lambda, normalForm) -> takeEqual(left, lambda, normalForm, matched));
        // A twin of one that was found: which of the two was edited cannot be told.
        matched.values().forEach(m -> left.removeIf(r -> r.normalForm().equals(m.normalForm())));
        Map<String, List<RunningLambda>> leftByShape = byShape(left, RunningLambda::shape);
        Map<String, List<Lambda>> newByShape = byShape(
                created.keySet().stream().filter(l -> !matched.containsKey(l)).toList(), Lambda::placedShape);
        newByShape.forEach((shape, fresh) -> {
            List<RunningLambda> old = leftByShape.getOrDefault(shape, List.of());
            if (old.size() == 1 && fresh.size() == 1) {
                matched.put(fresh.get(0), old.get(0));
            }
        });
        return matched;
    }

    private static void takeEqual(
            List<RunningLambda> left, Lambda lambda, String normalForm, Map<Lambda, RunningLambda> matched) {
        left.stream()
                .filter(r ->
                        r.shape().equals(lambda.placedShape()) && r.normalForm().equals(normalForm))
                .findFirst()
                .ifPresent(r -> {
                    left.remove(r);
                    matched.put(lambda, r);
                });
    }

    private static <T> Map<String, List<T>> byShape(List<T> lambdas, Function<T, String> shape) {
        return lambdas.stream().collect(Collectors.groupingBy(shape, LinkedHashMap::new, Collectors.toList()));
    }
}
