/** A page of fixed text: law explained, services, privacy, accessibility. */
export interface FixedPage {
  readonly title: string;
  readonly lead: string;
  readonly sections: readonly {
    readonly heading: string;
    readonly paragraphs: readonly string[];
    readonly links?: readonly { readonly label: string; readonly href: string }[];
  }[];
}

export const fixedPages: Readonly<Record<string, FixedPage>> = {
  'pho-bien-phap-luat': {
    title: 'Phổ biến, giáo dục pháp luật',
    lead: 'Những điều cần biết về pháp luật hợp tác xã, viết cho thành viên và người sáng lập.',
    sections: [
      {
        heading: 'Luật Hợp tác xã 2023',
        paragraphs: [
          'Luật số 17/2023/QH15 có hiệu lực từ 01/07/2024, thay Luật Hợp tác xã 2012. Luật điều chỉnh tổ hợp tác, hợp tác xã và liên hiệp hợp tác xã.',
          'Hợp tác xã cần ít nhất 05 thành viên chính thức. Ngoài thành viên chính thức còn có thành viên liên kết góp vốn và thành viên liên kết không góp vốn.',
        ],
      },
      {
        heading: 'Quỹ hỗ trợ phát triển hợp tác xã',
        paragraphs: [
          'Quỹ hỗ trợ phát triển hợp tác xã được tổ chức theo Nghị định số 45/2021/NĐ-CP, cho hợp tác xã vay để đầu tư sản xuất, kinh doanh.',
        ],
      },
      {
        heading: 'Thi đua, khen thưởng',
        paragraphs: [
          'Luật Thi đua, khen thưởng số 06/2022/QH15 nhấn mạnh khen kịp thời, công khai, chú ý người trực tiếp lao động, sản xuất và thành tích đột xuất.',
        ],
        links: [{ label: 'Xem danh mục văn bản và tình trạng hiệu lực', href: '/van-ban' }],
      },
    ],
  },
  'dich-vu-cong': {
    title: 'Dịch vụ công trực tuyến',
    lead: 'Thủ tục về hợp tác xã thực hiện trên hệ thống của Nhà nước; trang này chỉ đường tới đúng nơi.',
    sections: [
      {
        heading: 'Đăng ký hợp tác xã',
        paragraphs: [
          'Thành lập, thay đổi nội dung, tạm ngừng, giải thể: nộp tại cơ quan đăng ký kinh doanh. Từ 01/07/2025 việc đăng ký do Ủy ban nhân dân cấp xã thực hiện theo Nghị định số 125/2025/NĐ-CP.',
        ],
        links: [{ label: 'Cổng Dịch vụ công quốc gia', href: 'https://dichvucong.gov.vn' }],
      },
      {
        heading: 'Chuẩn bị hồ sơ',
        paragraphs: [
          'Liên minh hợp tác xã tỉnh tư vấn điều lệ, phương án sản xuất kinh doanh và hồ sơ đăng ký, không thu tiền.',
        ],
        links: [{ label: 'Văn bản hướng dẫn', href: '/van-ban' }],
      },
    ],
  },
  'rieng-tu': {
    title: 'Quyền riêng tư',
    lead: 'Cổng này công khai thông tin của tổ chức và giữ kín thông tin của người.',
    sections: [
      {
        heading: 'Khi bạn đọc trang',
        paragraphs: [
          'Không dùng cookie theo dõi, không gửi dữ liệu cho bên thứ ba. Lượt truy cập được đếm bằng mã băm có muối đổi mỗi ngày và xóa sau 24 giờ.',
          'Phông chữ, bản đồ và ảnh đều nằm trên máy chủ này.',
        ],
      },
      {
        heading: 'Thông tin hợp tác xã',
        paragraphs: [
          'Trang tra cứu chỉ hiện tên, xã, lĩnh vực và tình trạng. Tên, số điện thoại của người không được công khai nếu chưa có đồng ý.',
        ],
      },
      {
        heading: 'Quyền của bạn với dữ liệu về mình',
        paragraphs: [
          'Bạn có thể xem, chỉnh sửa, hạn chế, xóa, phản đối và nhận bản sao dữ liệu cá nhân của mình. Không cần tài khoản, không cần gửi ảnh giấy tờ.',
        ],
        links: [{ label: 'Gửi yêu cầu về dữ liệu cá nhân', href: '/yeu-cau-du-lieu' }],
      },
    ],
  },
  'tiep-can': {
    title: 'Cam kết tiếp cận',
    lead: 'Mọi trang đọc được không cần JavaScript, bằng bàn phím và trình đọc màn hình.',
    sections: [
      {
        heading: 'Mức hướng tới',
        paragraphs: [
          'WCAG 2.2 mức AA: tương phản, phóng to 400 %, tiêu đề và vùng trang đúng thứ bậc, ảnh có lời tả, biểu đồ có bảng số đi kèm.',
          'Gặp chỗ khó dùng, hãy báo cho cơ quan chủ quản theo địa chỉ ở chân trang.',
        ],
      },
    ],
  },
};

export const structureText = {
  title: 'Cơ cấu tổ chức và liên hệ',
  sub: (day: string) => `Theo hồ sơ tổ chức của ngày ${day}. Có thể xem một ngày đã qua.`,
  day: 'Xem ngày',
  show: 'Xem',
  today: 'Về hôm nay',
  members: (count: number) => `${count} đơn vị thành viên.`,
  offices: { head: 'Cụm trưởng', deputy: 'Cụm phó' },
  vacant: 'khuyết',
  noPosts: 'Chưa công bố chức vụ nào.',
  departments: 'Phòng, ban',
  none: 'Không có liên minh nào vào ngày này.',
  phones: 'Số điện thoại là của cơ quan. Số cá nhân không được công bố nếu người đó chưa đồng ý.',
};
