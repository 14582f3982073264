package app;

final class Holder {

    String describe() {
        return "no field";
    }
}
