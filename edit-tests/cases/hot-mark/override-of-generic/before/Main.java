package app;

import dev.subsecond.annotations.Hot;
class Main {
    String show() {
        return StepHot.run(new Words(), "one") + " " + StepHot.run(new Step<Integer>(), 5) + " " + NamedHot.name(new Item());
    }
}
class Step<T> {
    @Hot String run(T input) { return input.toString(); }
}
class Words extends Step<String> {
    @Override String run(String input) { return input; }
}
interface Named {
    @Hot default String name() { return "nobody"; }
}
class Thing {
    public String name() { return "it"; }
}
class Item extends Thing implements Named {}
