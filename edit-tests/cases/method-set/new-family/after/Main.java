package app;

import java.util.List;
class Main {
    final List<Animal> all = List.of(new Animal(), new Dog(), new Puppy());
    String show() {
        StringBuilder b = new StringBuilder();
        for (Animal a : all) { b.append(' ').append(a.sound()); }
        return b.substring(1);
    }
}
