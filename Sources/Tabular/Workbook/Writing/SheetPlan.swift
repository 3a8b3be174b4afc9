/// How a sheet for people looks: its columns and what surrounds them.
package struct SheetPlan: Sendable {
    /// Wished name; forbidden characters are replaced and long names cut when the sheet is made.
    package var name: String
    package var columns: [SheetColumn]
    package var hasFrozenHeader = true
    /// Columns that stay in sight when scrolling sideways, besides the header.
    package var frozenColumns = 2
    package var hasFilter = true
    /// Cells can't be changed but in unlocked columns; without a password, against slips of the hand only.
    package var isProtected = false
    /// Printed at the left of the foot of each page, beside the page number.
    package var footer = ""

    package init(name: String, columns: [SheetColumn]) {
        self.name = name
        self.columns = columns
    }

    /// The foot of a page in the sheet's own code.
    var footerCode: String {
        "&L\(footer.split(separator: "&", omittingEmptySubsequences: false).joined(separator: "&&"))&C第 &P 页 / 共 &N 页"
    }
}

/// One column of a sheet.
package struct SheetColumn: Sendable {
    package var heading: String
    /// In half-width characters: a Chinese character takes two.
    package var width: Double
    package var format: Format
    /// May be filled in when the sheet is protected.
    package var isUnlocked: Bool
    package var isHidden: Bool
    /// What may be chosen in the column's cells.
    package var choices: ChoiceList?

    package init(
        _ heading: String, width: Double = 12, format: Format = .text, isUnlocked: Bool = false,
        isHidden: Bool = false, choices: ChoiceList? = nil
    ) {
        self.heading = heading
        self.width = width
        self.format = format
        self.isUnlocked = isUnlocked
        self.isHidden = isHidden
        self.choices = choices
    }

    /// Number format of a column.
    package enum Format: Sendable, Hashable {
        /// `@`: what is typed stays as typed, so that long numbers keep their digits.
        case text
        case general
        /// `yyyy-mm-dd`.
        case date
        /// Thousands separators and so many decimals.
        case number(decimals: Int)
    }
}

/// A drop-down list and what is said to those who type something else.
package struct ChoiceList: Sendable, Hashable {
    package var values: [String]
    package var errorTitle: String
    package var errorMessage: String

    package init(
        _ values: [String], errorTitle: String = "不在列表中", errorMessage: String = "请从下拉列表中选择。"
    ) {
        self.values = values
        self.errorTitle = errorTitle
        self.errorMessage = errorMessage
    }
}
