package app;

class Leaf extends Base {
}
