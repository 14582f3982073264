package app;

import org.springframework.stereotype.Service;

/** Words for visitors. */
@Service
public class GreetingService {

    String greet(String name) {
        return "Hello, " + name + ".";
    }
}
