package io.osusume.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/// Loads a running server from a process of its own: personalised requests, each with another list of 20 to 800 titles
/// (their lengths evenly spread on a logarithmic scale), first at a steady rate, then as many as it can take.
///
/// At the steady rate a request's time counts from the moment it was due, not from when a connection was free for it,
/// so that a slow server cannot hide how long people wait.
///
/// Arguments: `--port P --lists animelist.csv --path /api/... [--rate 300] [--seconds 30] [--connections 16]
/// [--pid P]`, the last one to tell the processor time the server uses, which others on the machine disturb less than
/// they disturb a clock.
/// `serve` beside this module starts everything.
public final class ServeLoad {
    private static final int SHORTEST = 20;
    private static final int LONGEST = 800;
    private static final int REQUESTS = 2_000;

    private final int port;
    private final List<byte[]> requests;
    private final Optional<ProcessHandle> server;

    private ServeLoad(int port, List<byte[]> requests, Optional<ProcessHandle> server) {
        this.port = port;
        this.requests = requests;
        this.server = server;
    }

    /// What the server has used of the processors so far, in seconds; not-a-number if that is not known.
    private double used() {
        return server.flatMap(process -> process.info().totalCpuDuration())
                .map(duration -> duration.toNanos() / 1e9)
                .orElse(Double.NaN);
    }

    /// Runs the load.
    ///
    /// @param arguments as the class comment says
    /// @throws Exception if the lists cannot be read or the server cannot be reached
    public static void main(String[] arguments) throws Exception {
        List<String> words = List.of(arguments);
        int port = Integer.parseInt(word(words, "--port", ""));
        List<byte[]> requests = requests(Path.of(word(words, "--lists", "")), word(words, "--path", ""), port);
        int rate = Integer.parseInt(word(words, "--rate", "300"));
        int seconds = Integer.parseInt(word(words, "--seconds", "30"));
        int connections = Integer.parseInt(word(words, "--connections", "16"));
        Optional<ProcessHandle> server = ProcessHandle.of(Long.parseLong(word(words, "--pid", "0")));
        ServeLoad load = new ServeLoad(port, requests, server);
        load.saturate(connections, Math.max(5, seconds / 2)); // warms up
        load.steady(connections, rate, seconds).print(rate + " requests a second asked for");
        load.saturate(connections, seconds).print("as many as it takes, " + connections + " connections");
    }

    private static String word(List<String> words, String name, String otherwise) {
        int at = words.indexOf(name);
        if (at < 0 && otherwise.isEmpty()) {
            throw new IllegalArgumentException(name + " is missing, arguments were " + words);
        }
        return at < 0 ? otherwise : words.get(at + 1);
    }

    /// One request a list of the file, its entries cut at random to a length that is due.
    private static List<byte[]> requests(Path lists, String path, int port) throws IOException {
        SplittableRandom random = new SplittableRandom(7);
        List<byte[]> requests = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(lists)) {
            reader.readLine(); // the header
            List<String> entries = new ArrayList<>();
            String user = "";
            for (String line = reader.readLine();
                    line != null && requests.size() < REQUESTS;
                    line = reader.readLine()) {
                String[] fields = line.split(",", -1);
                if (!fields[0].equals(user) && entries.size() >= LONGEST) {
                    requests.add(request(entries, random, path, port));
                }
                if (!fields[0].equals(user)) {
                    entries.clear();
                    user = fields[0];
                }
                entries.add("{\"itemId\":" + fields[1] + ",\"score\":" + fields[2] + "}");
            }
        }
        if (requests.size() < REQUESTS / 10) {
            throw new IllegalArgumentException(
                    lists + " has only " + requests.size() + " lists of " + LONGEST + " entries; generate more");
        }
        return requests;
    }

    private static byte[] request(List<String> entries, SplittableRandom random, String path, int port) {
        int length = (int) Math.round(SHORTEST * Math.pow((double) LONGEST / SHORTEST, random.nextDouble()));
        List<String> kept = new ArrayList<>(entries);
        for (int k = 0; k < length; k++) {
            java.util.Collections.swap(kept, k, k + random.nextInt(kept.size() - k));
        }
        byte[] body = ("[" + String.join(",", kept.subList(0, length)) + "]").getBytes(StandardCharsets.UTF_8);
        byte[] head = ("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port
                        + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] whole = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        return whole;
    }

    /// What came of a load; owns its array.
    private static final class Result {
        private final double[] millis;
        private final long errors;
        private final double seconds;
        private final double used;

        Result(double[] millis, long errors, double seconds, double used) {
            this.millis = millis;
            this.errors = errors;
            this.seconds = seconds;
            this.used = used;
        }

        void print(String what) {
            double[] sorted = millis.clone();
            Arrays.sort(sorted);
            System.out.printf(
                    Locale.ROOT,
                    "%s: %.0f requests a second, p50 %.2f ms, p90 %.2f ms, p99 %.2f ms, longest %.1f ms, errors %d; "
                            + "%.2f ms of processor time of the server a request%n",
                    what,
                    sorted.length / seconds,
                    at(sorted, .5),
                    at(sorted, .9),
                    at(sorted, .99),
                    at(sorted, 1),
                    errors,
                    1000 * used / sorted.length);
        }

        private static double at(double[] sorted, double share) {
            return sorted.length == 0
                    ? Double.NaN
                    : sorted[(int) Math.min(sorted.length - 1L, (long) (share * sorted.length))];
        }
    }

    /// Requests at moments that do not depend on the answers.
    private Result steady(int connections, int rate, int seconds) throws Exception {
        int count = rate * seconds;
        double[] millis = new double[count];
        LongAdder errors = new LongAdder();
        AtomicInteger next = new AtomicInteger();
        double before = used();
        long start = System.nanoTime() + 100_000_000L;
        double gap = 1e9 / rate;
        List<Thread> threads = new ArrayList<>();
        for (int k = 0; k < connections; k++) {
            threads.add(Thread.ofPlatform().start(() -> {
                try (PlainConnection connection = new PlainConnection(port)) {
                    for (int due = next.getAndIncrement(); due < count; due = next.getAndIncrement()) {
                        long moment = start + (long) (due * gap);
                        sleepUntil(moment);
                        ask(connection, due, errors);
                        millis[due] = (System.nanoTime() - moment) / 1e6;
                    }
                } catch (IOException broken) {
                    errors.increment();
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return new Result(millis, errors.sum(), (System.nanoTime() - start) / 1e9, used() - before);
    }

    /// Every connection asks again as soon as it is answered.
    private Result saturate(int connections, int seconds) throws Exception {
        LongAdder errors = new LongAdder();
        AtomicInteger next = new AtomicInteger();
        double before = used();
        long start = System.nanoTime();
        long end = start + seconds * 1_000_000_000L;
        List<List<Double>> millis = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int k = 0; k < connections; k++) {
            List<Double> own = new ArrayList<>();
            millis.add(own);
            threads.add(Thread.ofPlatform().start(() -> {
                try (PlainConnection connection = new PlainConnection(port)) {
                    while (System.nanoTime() < end) {
                        long asked = System.nanoTime();
                        ask(connection, next.getAndIncrement(), errors);
                        own.add((System.nanoTime() - asked) / 1e6);
                    }
                } catch (IOException broken) {
                    errors.increment();
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        double[] all = millis.stream()
                .flatMap(List::stream)
                .mapToDouble(Double::doubleValue)
                .toArray();
        return new Result(all, errors.sum(), (System.nanoTime() - start) / 1e9, used() - before);
    }

    private void ask(PlainConnection connection, int number, LongAdder errors) throws IOException {
        if (connection.status(requests.get(number % requests.size())) != 200) {
            errors.increment();
        }
    }

    private static void sleepUntil(long moment) {
        long left = moment - System.nanoTime();
        while (left > 0) {
            java.util.concurrent.locks.LockSupport.parkNanos(left);
            left = moment - System.nanoTime();
        }
    }
}
