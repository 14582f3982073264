package app;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /hello/NAME}. */
@RestController
public class GreetingController {

    private final GreetingService service;
    private final Visits visits;

    GreetingController(GreetingService service, Visits visits) {
        this.service = service;
        this.visits = visits;
    }

    @GetMapping("/hello/{name}")
    Greeting hello(@PathVariable("name") String name) {
        return new Greeting(service.greet(name), visits.count());
    }
}
