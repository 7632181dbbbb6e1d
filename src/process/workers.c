#include "process/workers.h"

#include "base/memory.h"
#include "base/message.h"
#include "process/clock.h"
#include "process/stopping.h"

#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

/* The exit status with which memory_exhausted ends a process. */
enum { NO_MEMORY = 3 };

struct worker {
    pid_t pid; /* 0 when there is none */
    int socket;
    size_t task;      /* in hand; the batch's count when there is none */
    int64_t deadline; /* of the task, in milliseconds; 0 when there is none */
    bool is_late;     /* has been killed for it */
    bool is_wordy;    /* has been killed for a reply that is too large */
    struct buf reply; /* so far: its size, then itself */
};

struct pool {
    const struct workers_batch *batch;
    struct diags *diags;
    struct worker *workers;
    size_t worker_count;
    size_t next; /* task to start */
    bool stopped;
    int signal; /* that stopped it, or 0 */
    sigset_t signals;
    int signal_descriptor;
};

static bool send_all(int socket, const void *bytes, size_t size)
{
    const char *rest = bytes;
    while (size) {
        ssize_t sent = send(socket, rest, size, MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR)
            continue;
        if (sent < 0)
            return false;
        rest += sent;
        size -= (size_t)sent;
    }
    return true;
}

static bool receive_all(int socket, void *bytes, size_t size)
{
    char *rest = bytes;
    while (size) {
        ssize_t got = recv(socket, rest, size, 0);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        rest += got;
        size -= (size_t)got;
    }
    return true;
}

/* Does tasks until the parent sends no more. */
static void serve(const struct workers_batch *batch, int socket)
{
    struct buf reply = {0};
    size_t task;
    bool sent = true;
    while (sent && receive_all(socket, &task, sizeof task)) {
        buf_clear(&reply);
        limits_set_memory(&batch->limits);
        batch->work(batch->context, task, &reply);
        sent = send_all(socket, &reply.size, sizeof reply.size) &&
               send_all(socket, reply.data, reply.size);
    }
    buf_free(&reply);
    close(socket);
    if (batch->leave)
        batch->leave(batch->context);
}

/* Serves in the child. Ends by exit, so that a leak checker sees what the worker has left. */
static _Noreturn void become_worker(struct pool *pool, pid_t parent, int socket)
{
    /* Nobody would end a worker that hangs when the parent has been killed. */
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent)
        _exit(EXIT_FAILURE);
    /* A sibling's socket left open here would keep the sibling from seeing its end. */
    for (size_t i = 0; i < pool->worker_count; i++)
        if (pool->workers[i].pid)
            close(pool->workers[i].socket);
    close(pool->signal_descriptor);
    serve(pool->batch, socket);
    exit(EXIT_SUCCESS);
}

static bool cannot_start(struct pool *pool)
{
    return diag_add(pool->diags, RULE_WORKER_START, (struct diag_place){0}, NULL,
                    _("a worker process cannot be started: %s"), strerror(errno));
}

static bool start(struct pool *pool, struct worker *worker)
{
    int sockets[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets) != 0)
        return cannot_start(pool);
    fflush(NULL);
    pid_t parent = getpid(), pid = fork();
    if (pid == 0) {
        close(sockets[0]);
        become_worker(pool, parent, sockets[1]);
    }
    close(sockets[1]);
    if (pid < 0) {
        close(sockets[0]);
        return cannot_start(pool);
    }
    *worker = (struct worker){.pid = pid, .socket = sockets[0], .task = pool->batch->count};
    return true;
}

static bool tasks_left(const struct pool *pool)
{
    return !pool->stopped && pool->next < pool->batch->count;
}

static int64_t deadline_from_now(const struct pool *pool)
{
    const unsigned seconds = pool->batch->limits.seconds;
    return seconds ? clock_milliseconds() + (int64_t)seconds * 1000 : 0;
}

/* Gives the worker its next task, or closes its socket when there are no more. */
static void hand_out(struct pool *pool, struct worker *worker)
{
    worker->task = pool->batch->count;
    worker->deadline = 0;
    if (worker->is_late)
        return; /* its last reply came just as it was killed */
    if (!tasks_left(pool)) {
        shutdown(worker->socket, SHUT_WR);
        return;
    }
    worker->task = pool->next++;
    worker->deadline = deadline_from_now(pool);
    /* When this fails, the worker is dead and its socket shows it at the next poll. */
    send_all(worker->socket, &worker->task, sizeof worker->task);
}

static void start_and_hand_out(struct pool *pool, struct worker *worker)
{
    if (tasks_left(pool) && start(pool, worker))
        hand_out(pool, worker);
}

static enum workers_cause cause_of(const struct pool *pool, const struct worker *worker, int status)
{
    if (worker->is_late)
        return WORKERS_OUT_OF_TIME;
    if (worker->is_wordy)
        return WORKERS_REPLY_TOO_LARGE;
    if (pool->batch->limits.mebibytes && WIFEXITED(status) && WEXITSTATUS(status) == NO_MEMORY)
        return WORKERS_OUT_OF_MEMORY;
    return WORKERS_ENDED;
}

static void bury(struct pool *pool, struct worker *worker)
{
    const struct workers_batch *batch = pool->batch;
    int status = 0;
    close(worker->socket);
    buf_free(&worker->reply);
    while (waitpid(worker->pid, &status, 0) < 0 && errno == EINTR)
        ;
    worker->pid = 0;
    if (worker->task < batch->count || (status != 0 && !worker->is_late))
        batch->lost(batch->context, worker->task, cause_of(pool, worker, status), status);
    start_and_hand_out(pool, worker);
}

static bool is_whole(const struct buf *reply)
{
    size_t size;
    if (reply->size < sizeof size)
        return false;
    memcpy(&size, reply->data, sizeof size);
    return reply->size - sizeof size == size;
}

/* Returns whether a reply is larger than it may be, or than it says: this process would have to
 * hold it. */
static bool is_too_large(const struct workers_batch *batch, const struct buf *reply)
{
    size_t size;
    if (reply->size < sizeof size)
        return false;
    memcpy(&size, reply->data, sizeof size);
    return reply->size - sizeof size > size || (batch->reply_limit && size > batch->reply_limit);
}

/* Gives the workers whose replies were begun the time in which this process took none of them. */
static void give_back(struct pool *pool, int64_t milliseconds)
{
    for (size_t i = 0; i < pool->worker_count; i++)
        if (pool->workers[i].reply.size && pool->workers[i].deadline)
            pool->workers[i].deadline += milliseconds;
}

static void take_reply(struct pool *pool, struct worker *worker)
{
    const struct workers_batch *batch = pool->batch;
    const size_t task = worker->task, header = sizeof worker->reply.size;
    struct buf reply = worker->reply;
    worker->reply = (struct buf){0};
    hand_out(pool, worker); /* it works while this one is dealt with */
    int64_t begin = clock_milliseconds();
    if (!batch->done(batch->context, task, reply.data + header, reply.size - header))
        pool->stopped = true;
    give_back(pool, clock_milliseconds() - begin);
    buf_free(&reply);
}

/* Takes a part of the worker's reply, or the news of its end. Never waits for the rest: a worker
 * that stands still in the middle would keep the others, the signals and the clock waiting. */
static void receive(struct pool *pool, struct worker *worker)
{
    char bytes[65536];
    ssize_t got = recv(worker->socket, bytes, sizeof bytes, MSG_DONTWAIT);
    if (got < 0 && (errno == EINTR || errno == EAGAIN))
        return;
    if (got <= 0) {
        bury(pool, worker);
        return;
    }
    if (!worker->reply.size) /* made in time; now it has to arrive */
        worker->deadline = deadline_from_now(pool);
    buf_append(&worker->reply, bytes, (size_t)got);
    if (is_too_large(pool->batch, &worker->reply)) {
        kill(worker->pid, SIGKILL);
        worker->is_wordy = true;
        bury(pool, worker);
        return;
    }
    if (is_whole(&worker->reply))
        take_reply(pool, worker);
}

static void take_signal(struct pool *pool)
{
    struct signalfd_siginfo info;
    if (read(pool->signal_descriptor, &info, sizeof info) != (ssize_t)sizeof info)
        return;
    bool at_once = pool->signal || pool->batch->ends_at_once;
    for (size_t i = 0; at_once && i < pool->worker_count; i++)
        if (pool->workers[i].pid)
            kill(pool->workers[i].pid, SIGKILL);
    pool->signal = (int)info.ssi_signo;
    pool->stopped = true;
}

/* Returns how long to wait for news until a task is late; -1 when none will be. */
static int time_left(const struct pool *pool)
{
    int64_t least = -1, now = clock_milliseconds();
    for (size_t i = 0; i < pool->worker_count; i++) {
        const struct worker *worker = &pool->workers[i];
        if (!worker->pid || !worker->deadline)
            continue;
        int64_t left = worker->deadline > now ? worker->deadline - now : 0;
        least = least < 0 || left < least ? left : least;
    }
    return least > INT_MAX ? INT_MAX : (int)least;
}

/* Returns whether a reply is there: it came in time while another kept the parent. */
static bool has_replied(const struct worker *worker)
{
    char first;
    return recv(worker->socket, &first, 1, MSG_PEEK | MSG_DONTWAIT) == 1;
}

/* Kills the workers that are late. Their sockets report their end. */
static void kill_late(struct pool *pool)
{
    for (size_t i = 0; i < pool->worker_count; i++) {
        struct worker *worker = &pool->workers[i];
        if (!worker->pid || !worker->deadline || worker->deadline > clock_milliseconds() ||
            has_replied(worker))
            continue;
        kill(worker->pid, SIGKILL);
        worker->is_late = true;
        worker->deadline = 0;
    }
}

/* Waits for news and deals with it. Returns false when no worker is left. */
static bool turn(struct pool *pool, struct pollfd *news)
{
    bool alive = false;
    for (size_t i = 0; i < pool->worker_count; i++) {
        const struct worker *worker = &pool->workers[i];
        news[i] = (struct pollfd){.fd = worker->pid ? worker->socket : -1, .events = POLLIN};
        alive |= worker->pid != 0;
    }
    if (!alive)
        return false;
    news[pool->worker_count] = (struct pollfd){.fd = pool->signal_descriptor, .events = POLLIN};
    if (poll(news, pool->worker_count + 1, time_left(pool)) < 0)
        return errno == EINTR;
    if (news[pool->worker_count].revents)
        take_signal(pool);
    for (size_t i = 0; i < pool->worker_count; i++)
        if (news[i].revents && pool->workers[i].pid)
            receive(pool, &pool->workers[i]);
    kill_late(pool);
    return true;
}

static void run(struct pool *pool)
{
    struct pollfd *news = memory_new(pool->worker_count + 1, sizeof *news);
    for (size_t i = 0; i < pool->worker_count; i++)
        start_and_hand_out(pool, &pool->workers[i]);
    while (turn(pool, news))
        ;
    free(news);
}

int workers_run(const struct workers_batch *batch, struct diags *diags)
{
    struct pool pool = {.batch = batch, .diags = diags};
    pool.worker_count = batch->jobs < batch->count ? batch->jobs : batch->count;
    pool.workers = memory_new(pool.worker_count, sizeof *pool.workers);
    sigset_t before;
    pool.signals = stopping_signals();
    /* Workers inherit the mask: a signal to the whole group lets them finish their paper. */
    sigprocmask(SIG_BLOCK, &pool.signals, &before);
    pool.signal_descriptor = signalfd(-1, &pool.signals, SFD_CLOEXEC);
    if (pool.signal_descriptor >= 0)
        run(&pool);
    else
        cannot_start(&pool);
    if (pool.signal_descriptor >= 0)
        close(pool.signal_descriptor);
    sigprocmask(SIG_SETMASK, &before, NULL);
    free(pool.workers);
    return pool.signal;
}

unsigned workers_usual(void)
{
    long online = sysconf(_SC_NPROCESSORS_ONLN);
    return online < 1 ? 1 : online > WORKERS_MOST ? WORKERS_MOST : (unsigned)online;
}
