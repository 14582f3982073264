package app;

class Words extends Base {
}
