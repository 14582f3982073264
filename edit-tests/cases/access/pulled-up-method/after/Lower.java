package app;

class Lower extends Upper {
}
