package app;

class Main {
    private final String name = "m";

    sealed interface Tree permits Leaf, Fork {
    }

    record Leaf(int value) implements Tree {
    }

    record Fork(Tree left, Tree right) implements Tree {
    }

    static int sum(Tree tree) {
        if (tree instanceof Leaf leaf) {
            return leaf.value;
        }
        Fork fork = (Fork) tree;
        return sum(fork.left) + sum(fork.right);
    }

    String show() {
        return name + sum(new Fork(new Leaf(2), new Leaf(5)));
    }
}
