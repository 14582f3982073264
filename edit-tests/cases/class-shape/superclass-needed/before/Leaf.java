package app;

class Leaf {
}
