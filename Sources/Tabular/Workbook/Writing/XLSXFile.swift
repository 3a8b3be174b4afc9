import CXLSXWriter
import Glibc

/// The safe face of libxlsxwriter: sheets and formats are numbers, every return code is looked at.
///
/// The file is empty until it is closed, and removed if it never is.
@safe final class XLSXFile {
    private let workbook: UnsafeMutablePointer<lxw_workbook>
    private var sheets: [UnsafeMutablePointer<lxw_worksheet>] = unsafe []
    private var formats: [UnsafeMutablePointer<lxw_format>] = unsafe []
    private let path: String
    private var isOpen = true

    /// - Parameters:
    ///   - folder: for the library's own temporary files.
    ///   - isStreamed: rows go to temporary files as they come instead of staying in memory.
    init(path: String, folder: String, isStreamed: Bool) throws(TabularError) {
        try XLSXFile.reserve(path)
        let made = unsafe folder.withCString { folder in
            var options = unsafe lxw_workbook_options(
                constant_memory: isStreamed ? 1 : 0, tmpdir: UnsafeMutablePointer(mutating: folder), use_zip64: 0)
            return unsafe workbook_new_opt(path, &options)
        }
        guard let made = unsafe made else { throw XLSXFile.fault("create", -1, path) }
        unsafe workbook = made
        self.path = path
    }

    deinit {
        guard isOpen else { return }
        unsafe lxw_workbook_free(workbook)
        unsafe unlink(path)
    }

    /// Writes the file out. Whether all of it arrived is not known before it is read again.
    func close() throws(TabularError) {
        precondition(isOpen, "a workbook closed twice")
        isOpen = false
        try check("close", unsafe workbook_close(workbook))
    }

    /// Title, and the moment of creation in seconds since 1970.
    func setProperties(title: String, created: Int) throws(TabularError) {
        let code = unsafe title.withCString { title in
            var properties = unsafe lxw_doc_properties()
            unsafe properties.title = UnsafeMutablePointer(mutating: title)
            unsafe properties.created = created
            return unsafe workbook_set_properties(workbook, &properties)
        }
        try check("properties", code)
    }

    /// Adds a sheet and gives its number.
    func addSheet(_ name: String) throws(TabularError) -> Int {
        guard let sheet = unsafe workbook_add_worksheet(workbook, name) else { throw fault("sheet", -1) }
        unsafe sheets.append(sheet)
        return unsafe sheets.count - 1
    }

    /// Adds a format and gives its number.
    func addFormat(_ style: CellStyle) throws(TabularError) -> Int {
        guard let format = unsafe workbook_add_format(workbook) else { throw fault("format", -1) }
        unsafe format_set_font_name(format, "等线")
        unsafe format_set_num_format(format, style.numberFormat)
        if style.isUnlocked { unsafe format_set_unlocked(format) }
        if style.isWrapped { unsafe format_set_text_wrap(format) }
        if style.isBold || style.isMarked { unsafe format_set_bold(format) }
        if style.isMarked { unsafe format_set_font_color(format, 0xC00000) }
        if let fill = style.fill { unsafe format_set_bg_color(format, fill) }
        unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
        unsafe formats.append(format)
        return unsafe formats.count - 1
    }

    /// Writes a string cell, or a blank one with its format if the text is empty.
    func write(_ text: String, _ place: CellPlace) throws(TabularError) {
        try check(
            "string",
            unsafe worksheet_write_string(sheets[place.sheet], place.row, place.column, text, formats[place.format]))
    }

    /// Writes a string cell of two runs or more, the marked ones in the format `marks`.
    func write(_ runs: [MarkedText], marks: Int, _ place: CellPlace) throws(TabularError) {
        let copies = unsafe runs.map { unsafe strdup($0.text) }
        let tuples = UnsafeMutablePointer<lxw_rich_string_tuple>.allocate(capacity: runs.count)
        var list: [UnsafeMutablePointer<lxw_rich_string_tuple>?] = unsafe []
        for index in runs.indices {
            let format = unsafe runs[index].isMarked ? formats[marks] : nil
            unsafe (tuples + index).initialize(to: lxw_rich_string_tuple(format: format, string: copies[index]))
            unsafe list.append(tuples + index)
        }
        unsafe list.append(nil)
        defer {
            for index in runs.indices { unsafe free(copies[index]) }
            unsafe tuples.deallocate()
        }
        let code = unsafe list.withUnsafeMutableBufferPointer { list in
            unsafe worksheet_write_rich_string(
                sheets[place.sheet], place.row, place.column, list.baseAddress, formats[place.format])
        }
        try check("rich string", code)
    }

    /// Writes a number cell.
    func write(_ number: Double, _ place: CellPlace) throws(TabularError) {
        try check(
            "number",
            unsafe worksheet_write_number(sheets[place.sheet], place.row, place.column, number, formats[place.format]))
    }

    /// Writes a date cell.
    func write(year: Int, month: Int, day: Int, _ place: CellPlace) throws(TabularError) {
        var date = lxw_datetime(year: Int32(year), month: Int32(month), day: Int32(day), hour: 0, min: 0, sec: 0)
        try check(
            "date",
            unsafe worksheet_write_datetime(sheets[place.sheet], place.row, place.column, &date, formats[place.format]))
    }

    /// Width in half-width characters, format and visibility of a whole column.
    func setColumn(
        _ column: Int, of sheet: Int, width: Double, format: Int, isHidden: Bool
    ) throws(TabularError) {
        var options = lxw_row_col_options(hidden: isHidden ? 1 : 0, level: 0, collapsed: 0)
        let place = UInt16(column)
        try check(
            "column", unsafe worksheet_set_column_opt(sheets[sheet], place, place, width, formats[format], &options))
    }

    /// Keeps the first row and some columns in sight.
    func freeze(columns: Int, of sheet: Int) {
        unsafe worksheet_freeze_panes(sheets[sheet], 1, UInt16(columns))
    }

    /// A filter over the first row and those below.
    func setFilter(rows: Int, columns: Int, of sheet: Int) throws(TabularError) {
        try check("filter", unsafe worksheet_autofilter(sheets[sheet], 0, 0, UInt32(rows), UInt16(columns - 1)))
    }

    /// Locks the sheet without a password; sorting, filtering and widths stay free.
    func protect(_ sheet: Int) {
        var options = lxw_protection()
        options.sort = 1
        options.autofilter = 1
        options.format_columns = 1
        options.format_rows = 1
        unsafe worksheet_protect(sheets[sheet], nil, &options)
    }

    /// A4 across, one page wide, the first row on each page.
    func setPrint(footer: String, of sheet: Int) throws(TabularError) {
        unsafe worksheet_set_landscape(sheets[sheet])
        unsafe worksheet_set_paper(sheets[sheet], 9)
        unsafe worksheet_fit_to_pages(sheets[sheet], 1, 0)
        try check("print", unsafe worksheet_repeat_rows(sheets[sheet], 0, 0))
        try check("footer", unsafe worksheet_set_footer(sheets[sheet], footer))
    }

    /// Lets the cells of a column hold only what a list says: a range, or texts between quotes.
    func setChoices(
        _ choices: ChoiceList, formula: String, rows: Int, column: Int, of sheet: Int
    ) throws(TabularError) {
        let code = unsafe formula.withCString { formula in
            unsafe choices.errorTitle.withCString { title in
                unsafe choices.errorMessage.withCString { message in
                    var rule = unsafe lxw_data_validation()
                    unsafe rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
                    unsafe rule.value_formula = UnsafeMutablePointer(mutating: formula)
                    unsafe rule.error_title = UnsafeMutablePointer(mutating: title)
                    unsafe rule.error_message = UnsafeMutablePointer(mutating: message)
                    return unsafe worksheet_data_validation_range(
                        sheets[sheet], 1, UInt16(column), UInt32(rows), UInt16(column), &rule)
                }
            }
        }
        try check("choices", code)
    }

    /// Makes the file, empty and for its owner only; the library would tell a bad place only at the end, and on the
    /// standard error.
    private static func reserve(_ path: String) throws(TabularError) {
        let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw TabularError(
                .notWritten, file: RegularFile.lastComponent(of: path), cause: .systemCall(errno: errno))
        }
        Glibc.close(descriptor)
    }

    private func check(_ step: String, _ code: lxw_error) throws(TabularError) {
        guard code == LXW_NO_ERROR else { throw fault(step, Int(code.rawValue)) }
    }

    private func fault(_ step: String, _ code: Int) -> TabularError { XLSXFile.fault(step, code, path) }

    private static func fault(_ step: String, _ code: Int, _ path: String) -> TabularError {
        TabularError(
            .notWritten, file: RegularFile.lastComponent(of: path), cause: .writer(step: step, code: code))
    }
}
