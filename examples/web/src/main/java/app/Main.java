package app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A web application on the port that {@code --server.port} names, 8080 without it. */
@SpringBootApplication
public class Main {

    /** Starts it and says where; it ends when it is asked to. */
    public static void main(String[] arguments) {
        var context = SpringApplication.run(Main.class, arguments);
        System.out.println("port " + context.getEnvironment().getProperty("local.server.port"));
    }
}
