package app;

class Main {
    static class Loud extends Base {
        @Override
        protected String word() {
            return super.word().toUpperCase();
        }
    }

    String show() {
        return new Loud().word();
    }
}
