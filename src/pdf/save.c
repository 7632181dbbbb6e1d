#include "pdf/save.h"

#include "base/memory.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/*
 * How many objects stand in an object stream: their index must fit a byte. Many together deflate
 * better; a reader must inflate them all for one.
 */
enum { PACKED = 256 };

/* An object's place, as the cross-reference stream has it. */
struct place {
    enum { FREE, AT_OFFSET, IN_STREAM } kind;
    size_t where; /* from the file's start, or the object stream's number */
    unsigned index;
};

struct save {
    const struct pdf_objects *objects;
    struct buf *out;
    size_t start; /* of the file in out */
    struct place *places;
    size_t count, capacity;

    struct buf heads, bodies; /* of the objects in the object stream that is being filled */
    size_t packed[PACKED];    /* their numbers */
    unsigned packed_count;
    struct buf deflated;
    size_t streams; /* how many object streams there are */
};

static struct place *place_of(struct save *save, size_t number)
{
    while (save->count <= number) {
        GROW(save->places, save->count, save->capacity);
        save->places[save->count++] = (struct place){.kind = FREE};
    }
    return &save->places[number];
}

/* --- Streams --- */

static void begin_object(struct save *save, size_t number)
{
    *place_of(save, number) =
        (struct place){.kind = AT_OFFSET, .where = save->out->size - save->start};
    buf_number(save->out, (int64_t)number);
    buf_string(save->out, " 0 obj\n");
}

static void write_stream(struct save *save, size_t number, const struct pdf_body *body)
{
    static const char *const filters[] = {
        [PDF_PLAIN] = "", [PDF_DEFLATED] = "/Filter/FlateDecode", [PDF_JPEG] = "/Filter/DCTDecode"};
    begin_object(save, number);
    buf_string(save->out, "<<");
    buf_append(save->out, body->text, body->text_size);
    buf_string(save->out, filters[body->encoding]);
    buf_string(save->out, "/Length ");
    buf_number(save->out, (int64_t)body->stream_size);
    buf_string(save->out, ">>stream\n");
    buf_append(save->out, body->stream, body->stream_size);
    buf_string(save->out, "\nendstream\nendobj\n");
}

static void write_deflated(struct save *save, size_t number, struct buf *text,
                           const struct buf *bytes)
{
    pdf_deflate(save->objects, bytes->data, bytes->size, &save->deflated);
    write_stream(save, number,
                 &(struct pdf_body){.text = text->data,
                                    .text_size = text->size,
                                    .stream = save->deflated.data,
                                    .stream_size = save->deflated.size,
                                    .encoding = PDF_DEFLATED});
    buf_free(text);
}

/* --- Object streams --- */

static size_t object_count(const struct save *save)
{
    return save->objects->haru->xref->entries->count;
}

/* Writes the object stream. Object streams have the numbers after libharu's objects. */
static void write_packed(struct save *save)
{
    if (!save->packed_count)
        return;
    size_t number = object_count(save) + save->streams++;
    for (unsigned i = 0; i < save->packed_count; i++)
        *place_of(save, save->packed[i]) =
            (struct place){.kind = IN_STREAM, .where = number, .index = i};
    struct buf text = {0};
    buf_printf(&text, "/Type/ObjStm/N %u/First %zu", save->packed_count, save->heads.size);
    buf_append(&save->heads, save->bodies.data, save->bodies.size);
    write_deflated(save, number, &text, &save->heads);
    buf_clear(&save->heads);
    buf_clear(&save->bodies);
    save->packed_count = 0;
}

static HPDF_STATUS append(HPDF_Stream stream, const HPDF_BYTE *bytes, HPDF_UINT size)
{
    buf_append(stream->attr, bytes, size);
    return HPDF_OK;
}

/* Writes libharu's part of an object. */
static void write_by_library(struct save *save, void *object)
{
    HPDF_Stream stream = HPDF_CallbackWriter_New(save->objects->haru->mmgr, append, &save->bodies);
    HPDF_Obj_WriteValue(object, stream, NULL);
    HPDF_Stream_Free(stream);
}

static void pack(struct save *save, size_t number, HPDF_Dict object)
{
    if (save->packed_count == PACKED)
        write_packed(save);
    save->packed[save->packed_count++] = number;
    buf_number(&save->heads, (int64_t)number);
    buf_char(&save->heads, ' ');
    buf_number(&save->heads, (int64_t)save->bodies.size);
    buf_char(&save->heads, ' ');
    const struct pdf_body *body = pdf_object_own(object);
    if (body && object->list->count == 0) {
        buf_string(&save->bodies, "<<");
        buf_append(&save->bodies, body->text, body->text_size);
        buf_string(&save->bodies, ">>");
    } else {
        write_by_library(save, object);
    }
}

/* --- The cross-reference stream --- */

static void write_number(struct buf *out, size_t value, unsigned bytes)
{
    while (bytes-- > 0)
        buf_char(out, (char)(value >> 8 * bytes));
}

/* Returns how many bytes a place takes. */
static unsigned width_of(size_t greatest)
{
    unsigned width = 1;
    while (greatest >>= 8)
        width++;
    return width;
}

/* Writes each row as its difference from the one before (PNG's predictor "up"): most are the same
 * then, because objects in a stream differ by one in their index. */
static void write_rows(const struct save *save, unsigned width, struct buf *out)
{
    struct buf row = {0}, above = {0};
    write_number(&above, 0, width + 2);
    for (size_t i = 0; i < save->count; i++) {
        const struct place *place = &save->places[i];
        buf_clear(&row);
        write_number(&row, place->kind, 1);
        write_number(&row, place->where, width);
        write_number(&row, place->index, 1);
        write_number(out, 2, 1);
        assert(row.data && above.data && row.size == above.size);
        for (size_t b = 0; b < row.size; b++)
            write_number(out, (unsigned char)(row.data[b] - above.data[b]), 1);
        struct buf swap = above;
        above = row;
        row = swap;
    }
    buf_free(&row);
    buf_free(&above);
}

/* Mixes eight bytes into the hash (the steps of MurmurHash3 and SplitMix64). */
static uint64_t mix(uint64_t hash, uint64_t word)
{
    hash = (hash ^ word) * 0x9E3779B97F4A7C15;
    return (hash ^ hash >> 29) * 0xBF58476D1CE4E5B9;
}

static uint64_t read_word(const unsigned char *bytes, size_t size)
{
    uint64_t word = 0;
    for (size_t i = 0; i < size; i++)
        word |= (uint64_t)bytes[i] << 8 * i;
    return word;
}

static void hash_bytes(const unsigned char *bytes, size_t size, uint64_t hash[2])
{
    size_t i = 0;
    hash[0] = size;
    hash[1] = ~(uint64_t)size;
    for (; i + 16 <= size; i += 16) {
        hash[0] = mix(hash[0], read_word(bytes + i, 8));
        hash[1] = mix(hash[1], read_word(bytes + i + 8, 8));
    }
    size_t rest = size - i;
    hash[0] = mix(hash[0], read_word(bytes + i, rest < 8 ? rest : 8));
    hash[1] = mix(hash[1] ^ hash[0], rest > 8 ? read_word(bytes + i + 8, rest - 8) : 0);
    hash[0] = mix(hash[0], hash[1]);
}

/* Writes the file's ID, a hash of all bytes before: the same file has the same. It needs to
 * distinguish files, not to withstand anybody, so it is a fast one. */
static void write_id(const struct save *save, struct buf *out)
{
    uint64_t hash[2];
    char digest[16];
    hash_bytes((const unsigned char *)save->out->data + save->start, save->out->size - save->start,
               hash);
    for (size_t b = 0; b < sizeof digest; b++)
        digest[b] = (char)(hash[b / 8] >> 8 * (b % 8));
    buf_string(out, "/ID[");
    pdf_write_bytes(out, digest, sizeof digest);
    pdf_write_bytes(out, digest, sizeof digest);
    buf_char(out, ']');
}

static void write_places(struct save *save)
{
    size_t number = object_count(save) + save->streams;
    size_t offset = save->out->size - save->start;
    *place_of(save, number) = (struct place){.kind = AT_OFFSET, .where = offset};
    unsigned width = width_of(offset > number ? offset : number);
    struct buf text = {0}, rows = {0};
    buf_printf(&text, "/Type/XRef/Size %zu/W[1 %u 1]/DecodeParms<</Predictor 12/Columns %u>>/Root",
               save->count, width, width + 2);
    pdf_write_reference(&text, save->objects->haru->catalog);
    buf_string(&text, "/Info");
    pdf_write_reference(&text, save->objects->haru->info);
    write_id(save, &text);
    write_rows(save, width, &rows);
    write_deflated(save, number, &text, &rows);
    buf_printf(save->out, "startxref\n%zu\n%%%%EOF\n", offset);
    buf_free(&rows);
}

/* --- The file --- */

size_t pdf_save_count(const struct pdf_objects *objects)
{
    size_t count = objects->haru->xref->entries->count;
    return count + count / PACKED + 2; /* the last object stream, and the cross-references */
}

/* Returns whether an object is written: libharu's numbers, the lengths of its streams, are not. */
static bool is_written(const HPDF_Obj_Header *header)
{
    return (header->obj_class & HPDF_OCLASS_ANY) == HPDF_OCLASS_DICT;
}

static void write_objects(struct save *save)
{
    HPDF_Xref xref = save->objects->haru->xref;
    for (HPDF_UINT i = 0; i < xref->entries->count; i++) {
        HPDF_Dict object = HPDF_Xref_GetEntry(xref, i)->obj;
        place_of(save, i);
        if (!object || !is_written(&object->header))
            continue;
        const struct pdf_body *body = pdf_object_own(object);
        if (body && body->stream)
            write_stream(save, i, body);
        else
            pack(save, i, object);
    }
    write_packed(save);
}

void pdf_save(const struct pdf_objects *objects, struct buf *out)
{
    struct save save = {.objects = objects, .out = out, .start = out->size};
    /* Bytes above 127 show programs that pass files on that this is no text. */
    buf_string(out, "%PDF-1.7\n%\xB7\xBE\xAD\xAA\n");
    write_objects(&save);
    write_places(&save);
    free(save.places);
    buf_free(&save.heads);
    buf_free(&save.bodies);
    buf_free(&save.deflated);
}
