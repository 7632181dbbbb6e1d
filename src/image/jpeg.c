/*
 * Reads JPEG (ISO/IEC 10918-1), by libjpeg. A file goes into the PDF as it is, and readers decode
 * it with any library: so it is decoded here to its end, and a mere warning of libjpeg is a fault.
 */
#include "image/image_private.h"

#include "base/message.h"
#include "base/minmax.h"

#include <setjmp.h>
#include <stdio.h>
#include <string.h>

#include <jerror.h>
#include <jpeglib.h>

/*
 * The most scans of a progressive file: each takes some 60 bytes of the file and a pass over all
 * its pixels, here and in every reader. libjpeg-turbo advises a limit. Files have some ten scans;
 * libjpeg's own tools write 100 at most.
 */
enum { MOST_SCANS = 100 };

enum { MOST_SEGMENT = 0xFFFF /* bytes: all of it */ };

struct decoder {
    struct jpeg_decompress_struct jpeg;
    struct jpeg_error_mgr errors;
    struct jpeg_progress_mgr progress;
    struct jpeg_source_mgr source;
    const unsigned char *rest; /* of the file, not yet in the source */
    size_t rest_size;
    jmp_buf failed;
    bool is_unsuited; /* nothing is broken, but PDF readers don't show the file's kind */
    char reason[JMSG_LENGTH_MAX];
};

/* --- Faults --- */

static void fail(j_common_ptr jpeg)
{
    struct decoder *decoder = jpeg->client_data;
    int code = jpeg->err->msg_code;
    decoder->is_unsuited = code == JERR_SOF_UNSUPPORTED || code == JERR_BAD_PRECISION;
    jpeg->err->format_message(jpeg, decoder->reason);
    longjmp(decoder->failed, 1);
}

static void fail_on_warning(j_common_ptr jpeg, int level)
{
    if (level < 0)
        fail(jpeg);
}

static void limit_scans(j_common_ptr jpeg)
{
    struct decoder *decoder = jpeg->client_data;
    if (decoder->jpeg.input_scan_number <= MOST_SCANS)
        return;
    snprintf(decoder->reason, sizeof decoder->reason, _("it has more than %d scans"), MOST_SCANS);
    longjmp(decoder->failed, 1);
}

/* --- The file, a piece at a time --- */

/* The bytes given at a time. With 512 and more, libjpeg-turbo decodes faster, but silently takes
 * codes that no table has for zeros. */
enum { PIECE = 256 };

static boolean give_piece(j_decompress_ptr jpeg)
{
    struct decoder *decoder = jpeg->client_data;
    size_t size = MIN(decoder->rest_size, PIECE);
    if (!size)
        WARNMS(jpeg, JWRN_JPEG_EOF);
    jpeg->src->next_input_byte = decoder->rest;
    jpeg->src->bytes_in_buffer = size;
    decoder->rest += size;
    decoder->rest_size -= size;
    return TRUE;
}

static void skip_bytes(j_decompress_ptr jpeg, long count)
{
    for (; count > (long)jpeg->src->bytes_in_buffer; give_piece(jpeg))
        count -= (long)jpeg->src->bytes_in_buffer;
    jpeg->src->next_input_byte += count;
    jpeg->src->bytes_in_buffer -= (size_t)count;
}

static void do_nothing(j_decompress_ptr jpeg)
{
    (void)jpeg;
}

static void set_source(struct decoder *decoder, const struct image *image)
{
    decoder->source = (struct jpeg_source_mgr){
        .init_source = do_nothing,
        .fill_input_buffer = give_piece,
        .skip_input_data = skip_bytes,
        .resync_to_restart = jpeg_resync_to_restart,
        .term_source = do_nothing,
    };
    decoder->rest = image->bytes;
    decoder->rest_size = image->size;
    decoder->jpeg.src = &decoder->source;
}

/* --- The orientation --- */

/* The TIFF structure in an Exif segment (Exif 2.32 4.5). */
struct tiff {
    const unsigned char *bytes;
    size_t size;
    bool is_little_endian;
};

/* Returns a number of size bytes, 0 where the segment has ended. */
static size_t read_number(const struct tiff *tiff, size_t at, size_t size)
{
    size_t number = 0;
    if (at > tiff->size || size > tiff->size - at)
        return 0;
    for (size_t i = 0; i < size; i++)
        number = number << 8 | tiff->bytes[at + (tiff->is_little_endian ? size - 1 - i : i)];
    return number;
}

/* Returns the orientation that the first directory gives; 1 where it gives none. */
static unsigned find_orientation(const struct tiff *tiff)
{
    enum { DIRECTORY = 4, ENTRY = 12, ORIENTATION = 274, SHORT = 3 };
    size_t at = read_number(tiff, DIRECTORY, 4);
    size_t count = read_number(tiff, at, 2);
    for (size_t entry = at + 2; count; count--, entry += ENTRY) {
        if (read_number(tiff, entry, 2) != ORIENTATION || read_number(tiff, entry + 2, 2) != SHORT)
            continue;
        size_t value = read_number(tiff, entry + 8, 2);
        return value >= 1 && value <= 8 ? (unsigned)value : 1;
    }
    return 1;
}

/* Returns the orientation in the saved Exif segment; 1 without one. */
static unsigned read_orientation(const struct jpeg_decompress_struct *jpeg)
{
    static const char identifier[] = "Exif\0"; /* with a second zero behind it */
    const struct jpeg_marker_struct *marker = jpeg->marker_list;
    while (marker && (marker->data_length < sizeof identifier ||
                      memcmp(marker->data, identifier, sizeof identifier) != 0))
        marker = marker->next;
    if (!marker)
        return 1;
    const struct tiff tiff = {.bytes = marker->data + sizeof identifier,
                              .size = marker->data_length - sizeof identifier,
                              .is_little_endian = marker->data[sizeof identifier] == 'I'};
    return find_orientation(&tiff);
}

/* --- Reading --- */

static void begin(struct decoder *decoder, const struct image *image)
{
    decoder->jpeg.err = jpeg_std_error(&decoder->errors);
    decoder->errors.error_exit = fail;
    decoder->errors.emit_message = fail_on_warning;
    decoder->jpeg.client_data = decoder;
    jpeg_create_decompress(&decoder->jpeg);
    decoder->progress.progress_monitor = limit_scans;
    decoder->jpeg.progress = &decoder->progress;
    set_source(decoder, image);
    jpeg_save_markers(&decoder->jpeg, JPEG_APP0 + 1, MOST_SEGMENT);
    jpeg_read_header(&decoder->jpeg, TRUE);
}

/* Returns whether an image is grey or RGB: CMYK is against PDF/A without a profile. */
static bool is_suited(const struct jpeg_decompress_struct *jpeg)
{
    J_COLOR_SPACE space = jpeg->jpeg_color_space;
    return !jpeg->arith_code && (space == JCS_GRAYSCALE || space == JCS_RGB || space == JCS_YCbCr);
}

static void measure(struct decoder *decoder, const struct image *image)
{
    begin(decoder, image);
    decoder->is_unsuited = !is_suited(&decoder->jpeg);
}

static void set_empty(j_decompress_ptr jpeg, JHUFF_TBL **table)
{
    if (*table)
        return;
    *table = jpeg_alloc_huff_table((j_common_ptr)jpeg);
    memset((*table)->bits, 0, sizeof(*table)->bits);
}

/* Empties the tables, which a file may lack: libjpeg-turbo would take the usual ones, as in films,
 * and other readers may not. */
static void forbid_usual_tables(j_decompress_ptr jpeg)
{
    for (int i = 0; i < NUM_HUFF_TBLS; i++) {
        set_empty(jpeg, &jpeg->dc_huff_tbl_ptrs[i]);
        set_empty(jpeg, &jpeg->ac_huff_tbl_ptrs[i]);
    }
}

/* Decodes all of the file, at an eighth of the size and without colour conversion: only the coding
 * may be broken, and the arithmetic after it would take most of the time. */
static void decode(struct decoder *decoder, const struct image *image)
{
    struct jpeg_decompress_struct *jpeg = &decoder->jpeg;
    begin(decoder, image);
    jpeg->out_color_space = jpeg->jpeg_color_space;
    jpeg->scale_denom = 8;
    forbid_usual_tables(jpeg);
    jpeg_start_decompress(jpeg);
    JDIMENSION width = jpeg->output_width * (JDIMENSION)jpeg->output_components;
    JSAMPARRAY row = jpeg->mem->alloc_sarray((j_common_ptr)jpeg, JPOOL_IMAGE, width, 1);
    while (jpeg->output_scanline < jpeg->output_height)
        jpeg_read_scanlines(jpeg, row, 1);
    jpeg_finish_decompress(jpeg);
}

/* Takes a step; libjpeg jumps back here from a fault. */
static bool succeeds(struct decoder *decoder, const struct image *image,
                     void (*step)(struct decoder *decoder, const struct image *image))
{
    if (setjmp(decoder->failed))
        return false;
    step(decoder, image);
    return !decoder->is_unsuited;
}

static bool complain(const struct decoder *decoder, const struct image *image, struct diags *diags)
{
    if (!decoder->is_unsuited)
        return image_is_broken(image, decoder->reason, diags);
    return diag_add(diags, RULE_IMAGE_KIND, image->place, _("save it as RGB or grey"),
                    _("%s is not a JPEG file in grey or RGB of 8 bits, Huffman coded"),
                    image->name);
}

bool image_jpeg_measure(struct image *image, struct diags *diags)
{
    struct decoder decoder = {.is_unsuited = false};
    bool measured = succeeds(&decoder, image, measure) || complain(&decoder, image, diags);
    image->orientation = measured ? read_orientation(&decoder.jpeg) : 1;
    bool is_on_its_side = image->orientation > 4;
    image->width = is_on_its_side ? decoder.jpeg.image_height : decoder.jpeg.image_width;
    image->height = is_on_its_side ? decoder.jpeg.image_width : decoder.jpeg.image_height;
    jpeg_destroy_decompress(&decoder.jpeg);
    return measured;
}

bool image_jpeg_decode(const struct image *image, struct diags *diags,
                       struct image_content *content)
{
    struct decoder decoder = {.is_unsuited = false};
    const struct jpeg_decompress_struct *jpeg = &decoder.jpeg;
    bool decoded = succeeds(&decoder, image, decode) || complain(&decoder, image, diags);
    content->colours = (unsigned)jpeg->num_components;
    content->is_plain_rgb = jpeg->jpeg_color_space == JCS_RGB && !jpeg->saw_Adobe_marker;
    content->size = image->size - decoder.rest_size - decoder.source.bytes_in_buffer;
    jpeg_destroy_decompress(&decoder.jpeg);
    return decoded;
}
