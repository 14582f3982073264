package app;

class Main {
    static String first(String[] all) { if (all == null || all.length == 0 || !(all[0] != null && !all[0].isBlank())) { return "nothing"; }
        boolean odd = all.length % 2 == 1 ^ all[0].isEmpty();
        return odd & all.length > 0 ? all[0] + odd : null; }
    String show() { return first(new String[] {"x"}); }
}
