#include "cli/cli.h"

#include "base/names.h"
#include "cli/command.h"
#include "cli/environment.h"
#include "cli/session.h"
#include "process/supervisor.h"

#include <locale.h>
#include <stdio.h>
#include <string.h>

static const struct command commands[] = {
    {.name = "check",
     .arguments = N_("FILE|PROJECT…"),
     .summary = N_("Checks files or whole projects and reports every mistake."),
     .details = N_(
         "A PROJECT is a project file (hanke.xml) or the folder it stands in; a FILE that\n"
         "belongs to a project is checked with it, any other by itself. Of the parties' yearly\n"
         "answers it says which are accepted, accepted with remarks, rejected or missing; name\n"
         "their folder, such as PROJECT/seuranta/2026, to check one year.\n"
         "\n"
         "  --format FORMAT      text (when it isn't said), json, sarif for editors and code "
         "hosts,\n"
         "                       verdict: JSON with the verdict on each file and what isn't "
         "answered,\n"
         "                       reminder: text for a mail to those whose answers are missing,\n"
         "                       or html: a receipt for each file, and a summary of all\n"
         "  -o, --output FOLDER  where the pages of html go; FOLDER/index.html is the summary\n"
         "  --fix                correct what is certain in copies of the files, list each "
         "change,\n"
         "                       and check the copies; with -o FOLDER, where they go\n"
         "  --lang LANGUAGE      fi, sv or en; else the language of the locale\n"
         "  --spelling           also tell the words that the Finnish dictionary doesn't know\n"
         "  --timeout SECONDS    what a FILE or PROJECT may take at most (else 60), and\n"
         "  --max-memory MIB     how much memory (else 1024); one that takes more is not checked\n"
         "  --project PROJECT    check the one FILE, or - for standard input, as if it stood in\n"
         "  --as PLACE           its place among the answers of PROJECT, "
         "seuranta/2026/joutsa.xml;\n"
         "                       what stands there is not read\n"
         "  --list-rules         list every rule: its id, severity, whether a project can set it,\n"
         "                       and what it means\n"
         "  -h, --help           show this help\n"
         "\n"
         "Exit status: 0 no errors, 1 errors in the input, 2 wrong use, 3 the machine failed,\n"
         "4 no errors, but answers could not be compared with their project.\n"),
     .run = check_run},
    {.name = "build",
     .arguments = N_("PROJECT -o FOLDER"),
     .summary = N_("Makes the papers of a project as PDF files."),
     .details = N_(
         "  -o, --output FOLDER  where the papers go: FOLDER/PARTY/PAPER.pdf\n"
         "  --party ID           only the papers of this party; may be repeated, or ID,ID\n"
         "  --paper NAME         only this kind of paper; may be repeated, or NAME,NAME\n"
         "  --emit STAGE         text of a stage instead of PDF files: data, xhtml, doc, pages or\n"
         "                       tags; to standard output where no FOLDER is given\n"
         "  --shard I/N          only the part I of N of these papers, for machines that work "
         "side\n"
         "                       by side; docs/scale.md shows how\n"
         "  --jobs N             work in N processes (else as many as there are processors)\n"
         "  --timeout SECONDS    what a paper may take at most (else 300), and\n"
         "  --max-memory MIB     how much memory (else 2048); one that takes more is not made\n"
         "  --watch              build again whenever the project, a template, the theme or the\n"
         "                       schema changes, until Ctrl-C; the status is then 0\n"
         "  -h, --help           show this help\n"
         "\n"
         "Exit status: 0 all papers made, 1 the input or a paper is at fault, 2 wrong use,\n"
         "3 the machine failed. A paper that fails does not stop the others.\n"),
     .run = build_run},
    {.name = "list",
     .arguments = N_("PROJECT"),
     .summary = N_("Lists the papers that a project makes."),
     .details =
         N_("One line for each paper: file name, party and paper, with tabs between them; \"-\" is "
            "the\n"
            "party of a paper that all share.\n"
            "\n"
            "  --shard I/N  only the part I of N, as build makes it\n"
            "  -h, --help   show this help\n"),
     .run = list_run},
    {.name = "new",
     .arguments = N_("seuranta PROJECT --year Y | kokoukset PROJECT"),
     .summary = N_("Writes the parties' forms of a follow-up year, or a workbook of meetings."),
     .details = N_(
         "Two files for each party, PARTY.xlsx for Excel and PARTY.xml, with each question that "
         "it\n"
         "is to answer, the answers left blank, and last year's answers. A file that is there\n"
         "already is left as it is.\n"
         "\n"
         "  --year Y             the follow-up year (seurantavuosi)\n"
         "  --party ID           only this party's form; may be repeated, or ID,ID\n"
         "  -o, --output FOLDER  where the files go; else to the year's folder of the project\n"
         "\n"
         "\"kokoukset\" writes a workbook for Excel with a row for each meeting of a body about a\n"
         "matter of the papers, to be filled in, and reads it back into kokoukset.xml.\n"
         "\n"
         "  -o, --output FILE    the workbook; else kokoukset.xlsx in the project's folder\n"
         "  --from FILE          changes kokoukset.xml to what the workbook says, and prints each\n"
         "                       change; all else there stays as it is\n"
         "  -h, --help           show this help\n"),
     .run = new_run},
    {.name = "followup",
     .arguments = N_("PROJECT --year Y -o FOLDER"),
     .summary = N_("Writes the figures of a follow-up year as tables."),
     .details = N_(
         "Every figure of the follow-up papers, with the file and the line that it comes from:\n"
         "a table for each kind, seurantakooste, osapuolitilanne, toimenpidekooste,\n"
         "osapuolentila, mittarikooste, ryhmakooste, osapuolenvastaus, trendi,\n"
         "muutosehdotus, huomautus, vuosikatsaus, toimenpidekatsaus, seuraavaAskel.\n"
         "\n"
         "  --year Y             the follow-up year (seurantavuosi)\n"
         "  --format FORMAT      csv (when it isn't said), xlsx: a sheet for each table, or\n"
         "                       json: one object, to standard output\n"
         "  -o, --output PATH    of csv the folder for the files, TABLE.csv; of xlsx the file\n"
         "  --table TABLE        csv: only this one; to standard output without -o\n"
         "  --for excel          csv for a Finnish Excel: \";\" between fields, decimal commas,\n"
         "                       a byte order mark\n"
         "  --separator SIGN     csv: \",\" (when it isn't said), \";\", \"|\" or tab\n"
         "  --decimal SIGN       csv: \".\" (when it isn't said) or \",\"\n"
         "  -h, --help           show this help\n"
         "\n"
         "Exit status: 0 done, 1 answers are rejected and left out of the figures, or other\n"
         "errors in the input, 2 wrong use, 3 the machine failed.\n"),
     .run = followup_run},
    {.name = "receive",
     .arguments = N_("PROJECT FILE-OR-FOLDER…"),
     .summary = N_("Receives files of answers: what is accepted goes into its place."),
     .details = N_(
         "Checks each FILE (- is standard input), XML or a workbook, among the answers of the\n"
         "PROJECT, as the file of the party that it is named after or that it names, and prints a\n"
         "receipt. What is accepted becomes FOLDER/YEAR/PARTY.xml, with its workbook beside it; "
         "an\n"
         "earlier file is kept in FOLDER/YEAR/aiemmat. The same file once more changes nothing.\n"
         "What isn't accepted changes nothing either.\n"
         "\n"
         "A folder is one in which files come: each is received when it is whole, and goes to\n"
         "vastaanotetut or palautettavat in it, with its receipt.\n"
         "\n"
         "  --year Y             receive answers to this year only; else of the year they name\n"
         "  --receipts FOLDER    write the receipts there: FOLDER/NAME.txt and NAME.html\n"
         "  --watch              wait for further files in the folders until Ctrl-C\n"
         "  --lang LANGUAGE      fi, sv or en; else the language of the locale\n"
         "  --timeout SECONDS    what a FILE may take at most (else 60), and\n"
         "  --max-memory MIB     how much memory (else 1024)\n"
         "  -h, --help           show this help\n"
         "\n"
         "Exit status, of the worst: 0 all accepted, 1 one is rejected or not filled in, 2 wrong\n"
         "use, 3 the machine failed, 4 the project's errors keep answers from being compared.\n"),
     .run = receive_run},
    {.name = "typeset",
     .arguments = N_("DOCUMENT.xhtml… -o FILE.pdf"),
     .summary = N_("Sets page documents as PDF files."),
     .details = N_(
         "For authors of templates: the layout alone, on any page document.\n"
         "\n"
         "  -o, --output FILE  the file to write; of several documents, the folder for the files\n"
         "  --theme TEEMA.xml  fonts, sizes, colours and margins; else the default theme\n"
         "  --emit STAGE       doc, pages or tags as text instead of a PDF file; to standard "
         "output\n"
         "                     where no FILE is given\n"
         "  --timeout SECONDS  what a document may take at most (else 300), and\n"
         "  --max-memory MIB   how much memory (else 2048); one that takes more is not made\n"
         "  --watch            set them again whenever a document, the theme or an image changes,\n"
         "                     until Ctrl-C\n"
         "  -h, --help         show this help\n"),
     .run = typeset_run},
};
enum { COMMANDS = sizeof commands / sizeof *commands };

static int help(FILE *stream)
{
    fputs(_("pykala makes the decision papers of every party of a cooperation agreement.\n\n"
            "Use: pykala COMMAND ARGUMENTS…\n\n"),
          stream);
    for (size_t i = 0; i < COMMANDS; i++)
        fprintf(stream, "  %-8s %s\n", commands[i].name, _(commands[i].summary));
    fputs(_("\n  pykala COMMAND --help tells about a command; pykala --version tells which this "
            "is\n"),
          stream);
    return stream == stdout ? STATUS_DONE : STATUS_USAGE;
}

static int version(void)
{
    printf("pykala %s\n", PYKALA_VERSION);
    return STATUS_DONE;
}

static const struct command *find(const char *name)
{
    for (size_t i = 0; i < COMMANDS; i++)
        if (strcmp(commands[i].name, name) == 0)
            return &commands[i];
    return NULL;
}

static int unknown(const char *name)
{
    struct names names = {0};
    for (size_t i = 0; i < COMMANDS; i++)
        names_add(&names, commands[i].name);
    const char *nearest = names_nearest(&names, name);
    command_say(_("pykala: there is no command \"%s\""), name);
    if (nearest)
        fprintf(stderr, _("; did you mean \"%s\"?"), nearest);
    fputs(_("\n  pykala --help lists the commands\n"), stderr);
    names_free(&names);
    return STATUS_USAGE;
}

/* Returns the status, or a failure when standard output could not be written (a full disk). Why is
 * known of the last write only. */
static int closed(int status)
{
    if (fflush(stdout) != 0)
        perror(_("pykala: standard output"));
    else if (ferror(stdout))
        fputs(_("pykala: standard output could not be written\n"), stderr);
    else
        return status;
    return STATUS_FAILURE;
}

struct invocation {
    const struct command *command;
    int argc;
    char **argv;
};

/* Runs the command in the supervisor's child. */
static int run(void *context, struct reading *reading)
{
    const struct invocation *invocation = context;
    struct command command = *invocation->command;
    command.reading = reading;
    return closed(command.run(&command, invocation->argc, invocation->argv));
}

int cli_main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    session_translate();
    if (!environment_prepare())
        return STATUS_FAILURE;
    if (argc < 2)
        return help(stderr);
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0)
        return closed(help(stdout));
    if (strcmp(argv[1], "--version") == 0)
        return closed(version());
    struct invocation invocation = {find(argv[1]), argc - 1, argv + 1};
    return invocation.command ? supervisor_run(run, &invocation) : unknown(argv[1]);
}
