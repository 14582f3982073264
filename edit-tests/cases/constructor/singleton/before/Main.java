package app;

class Main {
    String show() {
        return Single.make().tell();
    }
}
