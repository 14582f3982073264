package app;

class Item {
    final String text;
    Item(int n) { String s = "#";
        switch (n) { case 4: s += "four"; break; default: s += n; }
        text = s; }
}
