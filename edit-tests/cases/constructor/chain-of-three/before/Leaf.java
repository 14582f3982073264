package app;

class Leaf extends Sub {
    Leaf() {
        super(7);
    }
}
